package org.khabar.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void anAdminIsShownThePlanAloneEvenOfAQueryThatFails() {
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
        assertThat(commands.err())
                .isEqualTo("khabar: FORBIDDEN: the gateway shows its plans to admins alone, and reader is none"
                        + " (--user admin)\n");
    }

    @Test
    void aQueryThatIsRefusedHasNoPlan() {
        assertThat(commands.run("plan", "{ nothingOfTheKind }")).isEqualTo(1);

        assertThat(commands.err()).isEqualTo("khabar: GRAPHQL_VALIDATION_FAILED: no such field\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { importArticle { id } }",
                "# first\nmutation M { importArticle { id } }",
                "query Q { outlets { code } } mutation M { importArticle { id } }",
                "\"described\" mutation M { importArticle { id } }",
                "subscription { articlePublished { id } }"
            })
    void nothingThatDoesSomethingIsRunToPlanIt(String operation) {
        assertThat(commands.run("plan", operation)).isEqualTo(1);

        assertThat(commands.err()).startsWith("khabar: only queries");
        assertThat(commands.services().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query mutation { outlets { code } }",
                "{ mutation: outlets { code } }",
                "# mutation { }\n{ outlets { code } }",
                "query Q($t: String = \"} mutation {\") { outlets { code } }",
                "query Q($t: In = { a: 1 }) { outlets { code } } fragment mutation on Outlet { code }",
                "{ outlets(text: \"\"\"} \\\"\"\" mutation { \"\"\") { code } }"
            })
    void wordsThatOnlyLookLikeItDoNoHarm(String operation) {
        assertThat(commands.run("plan", operation)).isZero();
    }
}
