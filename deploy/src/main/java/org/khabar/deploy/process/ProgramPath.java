package org.khabar.deploy.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks programs up as a shell does. */
public final class ProgramPath {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private ProgramPath() {}

    /** The first executable of that name on {@code PATH}, or in the places where system tools live. */
    public static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        Stream<String> folders =
                Stream.concat(SEPARATOR.splitAsStream(path), Stream.of("/usr/bin", "/bin", "/usr/sbin"));
        return folders.filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
