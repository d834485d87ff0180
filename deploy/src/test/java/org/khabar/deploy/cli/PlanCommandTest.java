package org.khabar.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    @TempDir
    Path folder;

    private CommandRunner commands;

    @BeforeEach
    void open() {
        commands = new CommandRunner(folder);
    }

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void anAdminIsShownThePlanAlone() {
        assertThat(commands.run("plan", "{ outlets { code } }")).isZero();

        assertThat(commands.out()).isEqualTo("QueryPlan {\n  Fetch(service: \"articles\"),\n}\n");
        assertThat(commands.err()).isEmpty();
    }

    @Test
    void theOperationMayBeInAFileAndHaveVariables() throws Exception {
        Path file = Files.writeString(folder.resolve("q.graphql"), "query Q($n: Int) { outlets { code } }");

        assertThat(commands.run("plan", "--variables", "{\"n\": 3}", file.toString()))
                .isZero();
        assertThat(commands.services().requests())
                .singleElement()
                .asString()
                .contains("query Q")
                .contains("\"variables\":{\"n\":3}");
    }

    @Test
    void whoIsNoAdminIsToldSo() {
        assertThat(commands.run("plan", "--user", "reader", "{ outlets { code } }"))
                .isEqualTo(1);

        assertThat(commands.out()).isEmpty();
        assertThat(commands.err()).isEqualTo("khabar: FORBIDDEN: Plans are for admins\n");
    }

    @Test
    void aQueryThatIsRefusedHasNoPlan() {
        assertThat(commands.run("plan", "{ nothingOfTheKind }")).isEqualTo(1);

        assertThat(commands.err()).isEqualTo("khabar: GRAPHQL_VALIDATION_FAILED: no such field\n");
    }
}
