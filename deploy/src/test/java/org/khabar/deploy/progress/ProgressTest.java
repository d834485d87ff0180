package org.khabar.deploy.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void withoutATerminalEachEventIsAPlainLine() {
        try (Progress progress = new PlainProgress(out)) {
            progress.doing("Keycloak", "unpacking");
            progress.step();
            progress.done("Keycloak", "up on port 8180 (9.1 s)");
        }

        assertThat(written().lines()).containsExactly("Keycloak: unpacking", "Keycloak: up on port 8180 (9.1 s)");
    }

    @Test
    void aTerminalShowsABarAndKeepsTheOutcomes() {
        try (Progress progress = new TerminalProgress(out, "Khabar", 2)) {
            progress.doing("PostgreSQL", "unpacking");
            progress.done("PostgreSQL", "up on port 8432 (0.3 s)");
        }

        assertThat(written()).contains("Khabar").contains("1/2").contains("PostgreSQL: up on port 8432 (0.3 s)\n");
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
