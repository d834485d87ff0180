package org.khabar.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STUBBORN = "trap '' TERM; echo ready; while :; do sleep 0.1; done";
    private static final String LISTENS_TO_USR1 =
            "trap 'exit 0' USR1; trap '' TERM; echo ready; while :; do sleep 0.1; done";

    @Test
    void aProcessThatListensEndsByItself() throws IOException {
        Process process = new ProcessBuilder("sleep", "600").start();

        assertThat(Termination.end(process.toHandle(), "TERM", PATIENCE)).isTrue();
        assertThat(process.onExit()).succeedsWithin(PATIENCE);
    }

    @Test
    void aProcessThatDoesNotListenIsKilled() throws IOException {
        Process process = startAndAwaitReady(STUBBORN);

        assertThat(Termination.end(process.toHandle(), "TERM", Duration.ofMillis(300)))
                .isFalse();
        assertThat(process.onExit()).succeedsWithin(PATIENCE);
    }

    @Test
    void theSignalIsTheOneThatIsAskedFor() throws IOException {
        Process process = startAndAwaitReady(LISTENS_TO_USR1);

        assertThat(Termination.end(process.toHandle(), "USR1", PATIENCE)).isTrue();
    }

    private static Process startAndAwaitReady(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        BufferedReader reader = process.inputReader();
        assertThat(reader.readLine()).isEqualTo("ready");
        return process;
    }
}
