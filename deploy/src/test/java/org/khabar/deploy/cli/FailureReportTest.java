package org.khabar.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Installation;

class FailureReportTest {
    @TempDir
    Path folder;

    @Test
    void whatAUserCanActOnIsSaidAsItIs() {
        assertThat(explain(new StackException("port 8080 is in use"))).isEqualTo("khabar: port 8080 is in use");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFailureOfAFileHasItsReason() {
        assertThat(explain(StackException.because("cannot lock", new AccessDeniedException("/x/lock"))))
                .isEqualTo("khabar: cannot lock: /x/lock: permission denied");
        assertThat(explain(new FileSystemException("/x/data", null, "No space left on device")))
                .isEqualTo("khabar: failed: /x/data: No space left on device");
        assertThat(explain(new MalformedInputException(1))).isEqualTo("khabar: failed: is not UTF-8");
    }

    @Test
    void theStackTraceOfAFaultGoesToAFileAndNotToTheTerminal() throws Exception {
        Path details = folder.resolve(".khabar/logs/khabar-failure.log");
        Installation.of(folder, Map.of()).create();

        assertThat(explain(new IllegalStateException("a\nfault")))
                .isEqualTo("khabar: unexpected failure: java.lang.IllegalStateException: a\\nfault (details: " + details
                        + ")");
        assertThat(Files.readString(details)).contains("at org.khabar.deploy.cli.FailureReportTest");
    }

    private String explain(Exception failure) {
        return new FailureReport(Installation.of(folder, Map.of())).explain(failure);
    }
}
