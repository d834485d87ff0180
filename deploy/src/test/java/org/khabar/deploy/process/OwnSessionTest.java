package org.khabar.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khabar.deploy.StackException;

class OwnSessionTest {
    private static final int SESSION_FIELD = 3;

    @TempDir
    Path folder;

    @Test
    void neitherCtrlCNorTheEndOfTheTerminalReachesIt() throws Exception {
        assumeThat(Path.of("/proc/self/stat")).exists();
        Process process = OwnSession.start(spec("sleep", "600"), log());
        try {
            Path stat = Path.of("/proc/" + process.pid() + "/stat");
            await().until(() -> session(stat).equals(Long.toString(process.pid())));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void itsOutputIsLoggedAndTheLogBeforeIsKept() throws Exception {
        OwnSession.start(spec("echo", "first"), log()).waitFor();
        OwnSession.start(spec("sh", "-c", "echo second >&2"), log()).waitFor();

        assertThat(log()).hasContent("second");
        assertThat(folder.resolve("a.log.1")).hasContent("first");
    }

    @Test
    void itIsToldWhatTheSpecSays() throws Exception {
        var spec = new ProcessSpec(List.of("sh", "-c", "echo $GREETING; pwd"), Map.of("GREETING", "مرحبا"), folder);
        OwnSession.start(spec, log()).waitFor();

        assertThat(Files.readAllLines(log()))
                .containsExactly("مرحبا", folder.toRealPath().toString());
    }

    @Test
    void aMissingFolderIsAClearFailure() {
        var spec = new ProcessSpec(List.of("true"), Map.of(), folder.resolve("missing"));

        assertThatThrownBy(() -> OwnSession.start(spec, log()))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("cannot run true");
    }

    private Path log() {
        return folder.resolve("a.log");
    }

    private ProcessSpec spec(String... command) {
        return new ProcessSpec(List.of(command), Map.of(), folder);
    }

    private static String session(Path stat) throws Exception {
        String line = Files.readString(stat);
        return line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[SESSION_FIELD];
    }
}
