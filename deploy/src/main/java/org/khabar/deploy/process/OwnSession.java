package org.khabar.deploy.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khabar.deploy.StackException;

/**
 * Starts processes in a session of their own, so that neither Ctrl-C nor the end of the terminal reaches them: the stack
 * ends them itself, in order.
 */
public final class OwnSession {
    private static final String PERL_SETSID =
            "use POSIX; POSIX::setsid(); exec @ARGV or die qq(cannot run $ARGV[0]\\n)";

    private OwnSession() {}

    /**
     * Starts the process with its output in the log file; the log of the start before is kept as {@code .1}.
     *
     * @throws StackException if the program cannot be run
     */
    public static Process start(ProcessSpec spec, Path log) {
        List<String> command = new ArrayList<>(newSession());
        command.addAll(spec.command());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(spec.directory().toFile());
        builder.environment().keySet().removeIf(OwnSession::isOurs);
        builder.environment().putAll(spec.environment());
        try {
            rotate(log);
            return builder.redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw StackException.because("cannot run " + spec.command().getFirst(), e);
        }
    }

    /** The command line's own settings are not the services'. */
    private static boolean isOurs(String variable) {
        return variable.startsWith("KHABAR_PORT_") || variable.equals("KHABAR_HOME");
    }

    private static void rotate(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> newSession() {
        if (ProgramPath.find("setsid").isPresent()) {
            return List.of("setsid");
        }
        Optional<Path> perl = ProgramPath.find("perl"); // macOS has no setsid command
        return perl.map(path -> List.of(path.toString(), "-e", PERL_SETSID)).orElse(List.of());
    }
}
