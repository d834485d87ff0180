package org.khabar.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khabar.deploy.installation.Installation;

class KhabarTest {
    private static final JsonMapper JSON = new JsonMapper();

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
    void tokenPrintsTheTokenAndNothingElse() {
        assertThat(run("token", "--user", "editor")).isZero();
        assertThat(out()).isEqualTo("token-of-editor\n");
    }

    @Test
    void aRefusedLoginIsOneClearLine() {
        assertThat(run("token", "--user", "reader", "--password", "wrong")).isEqualTo(1);
        assertThat(err()).isEqualTo("khabar: Keycloak refuses user reader: Invalid user credentials\n");
    }

    @Test
    void aStackThatIsDownIsOneClearLine() {
        commands.services().close();

        assertThat(run("query", "{ outlets { code } }")).isEqualTo(1);
        assertThat(err().lines())
                .singleElement()
                .asString()
                .contains("does not answer")
                .contains("./khabar status");
    }

    @Test
    void queryTakesTextAFileOrStandardInput() throws Exception {
        Path file = Files.writeString(folder.resolve("q.graphql"), "query FromFile { outlets { code } }");
        commands.type("query FromInput { outlets { code } }");

        assertThat(run("query", "query FromText { outlets { code } }")).isZero();
        assertThat(run("query", file.toString())).isZero();
        assertThat(run("query", "-")).isZero();

        assertThat(commands.services().requests())
                .satisfiesExactly(
                        request -> assertThat(request).contains("FromText"),
                        request -> assertThat(request).contains("FromFile"),
                        request -> assertThat(request).contains("FromInput"));
        assertThat(out()).contains("هوية");
    }

    @Test
    void queryPassesVariables() {
        assertThat(run("query", "--variables", "{\"n\": 3}", "query Q($n: Int) { outlets { code } }"))
                .isZero();

        assertThat(commands.services().requests()).singleElement().asString().contains("\"variables\":{\"n\":3}");
    }

    @Test
    void variablesThatAreNoObjectAreRefusedBeforeAnythingIsSent() {
        assertThat(run("query", "--variables", "[1]", "{ outlets { code } }")).isEqualTo(1);
        assertThat(run("query", "--variables", "{oops", "{ outlets { code } }")).isEqualTo(1);
        assertThat(run("query", "--variables", "{} {}", "{ outlets { code } }")).isEqualTo(1);

        assertThat(err().lines()).hasSize(3).allMatch(line -> line.startsWith("khabar: --variables is no JSON"));
        assertThat(commands.services().requests()).isEmpty();
    }

    @Test
    void whatHoldsNoOperationIsRefusedBeforeAnythingIsSent() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.graphql"), " \n");
        Path binary = Files.write(folder.resolve("binary.graphql"), new byte[] {'{', (byte) 0xff, '}'});

        assertThat(run("query", "missing.graphql")).isEqualTo(1);
        assertThat(run("query", folder.toString())).isEqualTo(1);
        assertThat(run("query", empty.toString())).isEqualTo(1);
        assertThat(run("query", binary.toString())).isEqualTo(1);
        assertThat(run("query", "-")).isEqualTo(1);

        assertThat(err().lines())
                .containsExactly(
                        "khabar: neither an operation nor a file: missing.graphql",
                        "khabar: neither an operation nor a file: " + folder,
                        "khabar: " + empty + " holds no operation",
                        "khabar: cannot read the operation: " + binary + " is not UTF-8",
                        "khabar: standard input holds no operation");
        assertThat(commands.services().requests()).isEmpty();
    }

    @Test
    void anAnswerWithErrorsIsPrintedAndFails() {
        assertThat(run("query", "mutation { importArticle }")).isEqualTo(1);
        assertThat(out()).contains("FORBIDDEN");
    }

    @Test
    void importPrintsOneJsonLineForEachPage() throws Exception {
        Files.writeString(folder.resolve("1.txt"), "خبر 2025");
        Files.writeString(folder.resolve("2.txt"), "");
        Files.writeString(folder.resolve("3.txt"), "خبر بلا تاريخ");

        assertThat(run(
                        "import",
                        "--json",
                        folder.toString(),
                        folder.resolve("missing.txt").toString()))
                .isEqualTo(1);

        assertThat(out().lines().map(KhabarTest::parse))
                .satisfiesExactly(
                        line -> assertThat(line.toString())
                                .isEqualTo(("{\"path\":\"%s\",\"status\":\"created\",\"id\":\"id-of-8\",\"error\":null,"
                                                + "\"warnings\":[]}")
                                        .formatted(folder.resolve("1.txt"))),
                        line -> {
                            assertThat(line.path("status").asText()).isEqualTo("failed");
                            assertThat(line.path("id").isNull()).isTrue();
                            assertThat(line.path("error").asText()).isEqualTo("BAD_USER_INPUT: no headline (line 1)");
                        },
                        line -> assertThat(line.path("warnings").path(0).asText())
                                .isEqualTo("no date"),
                        line -> assertThat(line.path("error").asText()).isEqualTo("does not exist"));
        assertThat(err()).isEmpty();
    }

    @Test
    void importForPeopleNamesFailuresAndCounts() throws Exception {
        Files.writeString(folder.resolve("1.txt"), "خبر 2025");
        Files.writeString(folder.resolve("2.txt"), "");

        assertThat(run("import", folder.toString())).isEqualTo(1);
        assertThat(err()).isEqualTo(folder.resolve("2.txt") + ": failed: BAD_USER_INPUT: no headline (line 1)\n");
        assertThat(out()).isEqualTo("2 pages: 1 created, 1 failed\n");
    }

    @Test
    void importActsAsAnEditorAndNamesTheOutlet() throws Exception {
        Files.writeString(folder.resolve("1.txt"), "خبر 2025");

        assertThat(run("import", "--outlet", "howiyapress", folder.toString())).isZero();
        assertThat(commands.services().requests())
                .containsExactly("Bearer token-of-editor /imports?outlet=howiyapress");
    }

    @Test
    void aNameCannotPlayTricksOnTheTerminal() throws Exception {
        Files.writeString(folder.resolve("سطر\nثان\u001b[31m 🗞.txt"), "");

        assertThat(run("import", folder.toString())).isEqualTo(1);
        assertThat(err().lines())
                .singleElement()
                .asString()
                .contains("/سطر\\nثان\\u001b[31m 🗞.txt: failed: BAD_USER_INPUT");

        commands.forget();
        assertThat(run("import", "--json", folder.toString())).isEqualTo(1);
        assertThat(out().lines().map(KhabarTest::parse))
                .singleElement()
                .satisfies(line -> assertThat(line.path("path").asText())
                        .isEqualTo(folder.resolve("سطر\nثان\u001b[31m 🗞.txt").toString()));
    }

    @Test
    void anAnswerThatIsNotUnderstoodIsTheFailureOfThatPage() throws Exception {
        Files.writeString(folder.resolve("1.txt"), "خبر strange 2025");
        Files.writeString(folder.resolve("2.txt"), "خبر 2025");

        assertThat(run("import", folder.toString())).isEqualTo(1);
        assertThat(err()).isEqualTo(folder.resolve("1.txt") + ": failed: the answer has no known status: dreamt\n");
        assertThat(out()).isEqualTo("2 pages: 1 created, 1 failed\n");
    }

    @Test
    void eachArticleOfAListOrAFeedHasItsOutcome() throws Exception {
        Files.writeString(folder.resolve("a.ndjson"), "{\"n\": 1}\n\n{\"bad\": 2}\n{\"n\": 3}");
        Files.writeString(folder.resolve("b.rss"), "<rss/>");
        Files.writeString(folder.resolve("c.json"), "{\"uri\": \"urn:2025\"}");

        assertThat(run("import", "--json", folder.toString())).isEqualTo(1);
        assertThat(out().lines().map(KhabarTest::parse))
                .extracting(line ->
                        line.path("path").asText() + " " + line.path("status").asText() + " "
                                + line.path("error").asText())
                .containsExactly(
                        folder.resolve("a.ndjson") + ":1 created null",
                        folder.resolve("a.ndjson") + ":3 failed BAD_USER_INPUT: no headline",
                        folder.resolve("a.ndjson") + ":4 created null",
                        folder.resolve("b.rss") + "#1 created null",
                        folder.resolve("c.json") + " created null");
    }

    @Test
    void aListWhoseImportBreaksOffFailsAsAFile() throws Exception {
        Files.writeString(folder.resolve("a.ndjson"), "{\"n\": 1}\n{\"break\": 2}\n{\"n\": 3}\n");

        assertThat(run("import", folder.toString())).isEqualTo(1);
        assertThat(err())
                .isEqualTo(
                        folder.resolve("a.ndjson") + ": failed: the import broke off: INTERNAL: the service failed\n");
        assertThat(out()).isEqualTo("2 pages: 1 created, 1 failed\n");
    }

    @Test
    void aFolderWithoutPagesIsAFailure() {
        assertThat(run("import", folder.toString())).isEqualTo(1);
        assertThat(err()).startsWith("khabar: no files to import below");
    }

    @Test
    void statusOfAStackThatWasNeverStartedSaysSo() throws Exception {
        assertThat(run("status")).isEqualTo(1);
        assertThat(out().lines()).hasSize(6);
        assertThat(folder).isEmptyDirectory();

        commands.forget();
        assertThat(run("status", "--json")).isEqualTo(1);
        assertThat(out().lines()
                        .map(KhabarTest::parse)
                        .map(part -> part.path("part").asText()))
                .containsExactly("postgres", "keycloak", "article-service", "entity-service", "gateway");
    }

    @Test
    void downWithoutAStackIsNoFailure() {
        assertThat(run("down", "--purge")).isZero();
        assertThat(out()).isEqualTo("Khabar is not up, and has no state.\n");
    }

    @Test
    void aHomeThatIsNoFolderIsOneClearLine() throws Exception {
        Files.writeString(folder.resolve(".khabar"), "");

        for (String command : List.of("up", "down", "status")) {
            commands.forget();
            assertThat(run(command)).as(command).isEqualTo(1);
            assertThat(err().lines())
                    .singleElement()
                    .asString()
                    .contains(".khabar is no folder")
                    .contains("KHABAR_HOME");
        }
    }

    @Test
    void aFolderThatIsNotKhabarsIsNeitherUsedNorPurged() throws Exception {
        Path data = Files.createDirectories(folder.resolve(".khabar/data"));
        Files.writeString(data.resolve("thesis.tex"), "");

        assertThat(run("up", "--detach")).isEqualTo(1);
        assertThat(err())
                .isEqualTo("khabar: " + data + " is not Khabar's; KHABAR_HOME must name a folder of its own\n");
        assertThat(run("down", "--purge")).isZero();
        assertThat(data).isDirectoryContaining("glob:**thesis.tex");
    }

    @Test
    void purgeRemovesTheStateAndNothingElse() throws Exception {
        Path home = folder.resolve(".khabar");
        Installation.of(folder, Map.of()).create();
        Files.writeString(Files.createDirectories(home.resolve("logs")).resolve("a.log"), "");
        Files.writeString(home.resolve("notes-of-mine"), "");

        assertThat(run("down", "--purge")).isZero();
        assertThat(home).isDirectoryContaining("glob:**notes-of-mine").isDirectoryNotContaining("glob:**logs");
    }

    @Test
    void argumentsThatMakeNoSenseExplainThemselves() {
        assertThat(run("up", "--gateway-port", "many")).isEqualTo(2);
        assertThat(err()).contains("--gateway-port").contains("'many' is not an int");

        commands.forget();
        assertThat(run("fly")).isEqualTo(2);
        assertThat(err()).contains("fly");

        commands.forget();
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("Usage: khabar").contains("import");
    }

    private int run(String... arguments) {
        return commands.run(arguments);
    }

    private String out() {
        return commands.out();
    }

    private String err() {
        return commands.err();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (Exception e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
