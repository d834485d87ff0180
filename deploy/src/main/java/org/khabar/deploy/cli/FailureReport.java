package org.khabar.deploy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.progress.OneLine;

/**
 * Says in one line why a command failed. A stack trace is for those who mend Khabar: it goes to a file, and never to the
 * terminal.
 */
final class FailureReport {
    private final Installation installation;

    FailureReport(Installation installation) {
        this.installation = installation;
    }

    /** The line. */
    String explain(Throwable failure) {
        return OneLine.of("khabar: " + reason(failure));
    }

    private String reason(Throwable failure) {
        return switch (failure) {
            case StackException e -> String.valueOf(e.getMessage());
            case IllegalArgumentException e when e.getMessage() != null -> e.getMessage();
            case IOException e ->
                String.valueOf(StackException.because("failed", e).getMessage());
            case UncheckedIOException e when e.getCause() != null -> reason(e.getCause());
            default ->
                "unexpected failure: " + failure
                        + keep(failure).map(file -> " (details: " + file + ")").orElse("");
        };
    }

    private Path file() throws IOException {
        if (installation.exists()) {
            Path logs = Files.createDirectories(installation.home().resolve("logs"));
            return logs.resolve("khabar-failure.log");
        }
        return Files.createTempFile("khabar-failure", ".log");
    }

    /** Keeps the details, if there is a place for them. */
    private Optional<Path> keep(Throwable failure) {
        StringWriter details = new StringWriter();
        failure.printStackTrace(new PrintWriter(details, true));
        try {
            return Optional.of(Files.writeString(file(), Instant.now() + "\n" + details));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
