package org.khabar.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {
    @TempDir
    Path folder;

    private Process process;
    private ProcessRecord record;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
        record = ProcessRecord.of(process.toHandle(), 8080);
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void aRunningProcessIsFound() {
        assertThat(record.findProcess()).contains(process.toHandle());
    }

    @Test
    void anEndedProcessIsNotFound() throws Exception {
        process.destroyForcibly().waitFor();

        assertThat(record.findProcess()).isEmpty();
    }

    @Test
    void anotherProcessWithTheSameIdIsNotFound() {
        Duration longAgo = Duration.ofHours(1);
        var earlier = new ProcessRecord(record.pid(), record.processStart().minus(longAgo), 8080, false);

        assertThat(earlier.findProcess()).isEmpty();
    }

    @Test
    void aProcessThatEndedAndWasNotCollectedDoesNotRun() throws IOException {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.2 & echo $!; exec sleep 600").start();
        try (BufferedReader reader = parent.inputReader()) {
            long child = Long.parseLong(reader.readLine());
            ProcessHandle handle = ProcessHandle.of(child).orElseThrow();

            await().until(() -> !ProcessRecord.isRunning(handle));
            assertThat(parent.isAlive()).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void recordsSurviveTheirWriter() {
        new ProcessRecords(folder).save("gateway", record.asStopping());

        assertThat(new ProcessRecords(folder).find("gateway")).contains(record.asStopping());
    }

    @Test
    void anUnreadableRecordCountsAsNone() throws IOException {
        Files.writeString(folder.resolve("gateway.json"), "{\"pid\": 12");

        assertThat(new ProcessRecords(folder).find("gateway")).isEmpty();
    }

    @Test
    void aDeletedRecordIsGone() {
        ProcessRecords records = new ProcessRecords(folder);
        records.save("gateway", record);
        records.delete("gateway");

        assertThat(records.find("gateway")).isEmpty();
    }
}
