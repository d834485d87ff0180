package org.khabar.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    private static final Path LOGS = Path.of("src/test/resources/logs");

    @TempDir
    Path folder;

    @Test
    void theRootCauseSaysBestWhyAServiceDied() {
        assertThat(LogTail.findMeaningfulLine(LOGS.resolve("service.txt")))
                .contains("Caused by: java.net.ConnectException: Connection refused");
    }

    @Test
    void theErrorSaysBestWhyPostgresDied() {
        assertThat(LogTail.findMeaningfulLine(LOGS.resolve("postgres.txt")).orElseThrow())
                .endsWith("FATAL:  database files are incompatible with server");
    }

    @Test
    void aLogWithoutErrorsEndsWithItsLastLine() throws Exception {
        Path log = Files.writeString(folder.resolve("a.log"), "starting\nKilled\n\n");

        assertThat(LogTail.findMeaningfulLine(log)).contains("Killed");
    }

    @Test
    void longLinesAreCut() throws Exception {
        Path log = Files.writeString(folder.resolve("a.log"), "x".repeat(5_000));

        assertThat(LogTail.findMeaningfulLine(log).orElseThrow()).hasSize(301).endsWith("…");
    }

    @Test
    void onlyTheEndOfALargeLogCounts() throws Exception {
        String old = "ERROR long ago\n" + "all is well\n".repeat(20_000);
        Path log = Files.writeString(folder.resolve("a.log"), old);

        assertThat(LogTail.findMeaningfulLine(log)).contains("all is well");
    }

    @Test
    void aMissingOrEmptyLogSaysNothing() throws Exception {
        assertThat(LogTail.findMeaningfulLine(folder.resolve("none.log"))).isEmpty();
        assertThat(LogTail.findMeaningfulLine(Files.createFile(folder.resolve("empty.log"))))
                .isEmpty();
    }
}
