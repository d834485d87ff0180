package org.khabar.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khabar.deploy.installation.Installation;

class KhabarTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final FakeServices services = new FakeServices();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";

    @AfterEach
    void close() {
        services.close();
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
        services.close();

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
        input = "query FromInput { outlets { code } }";

        assertThat(run("query", "query FromText { outlets { code } }")).isZero();
        assertThat(run("query", file.toString())).isZero();
        assertThat(run("query", "-")).isZero();

        assertThat(services.requests())
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

        assertThat(services.requests()).singleElement().asString().contains("\"variables\":{\"n\":3}");
    }

    @Test
    void variablesThatAreNoObjectAreRefusedBeforeAnythingIsSent() {
        assertThat(run("query", "--variables", "[1]", "{ outlets { code } }")).isEqualTo(1);
        assertThat(run("query", "--variables", "{oops", "{ outlets { code } }")).isEqualTo(1);

        assertThat(err().lines()).hasSize(2).allMatch(line -> line.startsWith("khabar: --variables is no JSON"));
        assertThat(services.requests()).isEmpty();
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
        assertThat(services.requests()).containsExactly("Bearer token-of-editor /imports?outlet=howiyapress");
    }

    @Test
    void aFolderWithoutPagesIsAFailure() {
        assertThat(run("import", folder.toString())).isEqualTo(1);
        assertThat(err()).startsWith("khabar: no .txt files below");
    }

    @Test
    void statusOfAStackThatWasNeverStartedSaysSo() throws Exception {
        assertThat(run("status")).isEqualTo(1);
        assertThat(out().lines()).hasSize(6);

        out.reset();
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
    void purgeRemovesTheStateAndNothingElse() throws Exception {
        Path home = Files.createDirectories(folder.resolve(".khabar"));
        Files.writeString(Files.createDirectories(home.resolve("logs")).resolve("a.log"), "");
        Files.writeString(home.resolve("notes-of-mine"), "");

        assertThat(run("down", "--purge")).isZero();
        assertThat(home).isDirectoryContaining("glob:**notes-of-mine").isDirectoryNotContaining("glob:**logs");
    }

    @Test
    void argumentsThatMakeNoSenseExplainThemselves() {
        assertThat(run("up", "--gateway-port", "many")).isEqualTo(2);
        assertThat(err()).contains("--gateway-port").contains("'many' is not an int");

        err.reset();
        assertThat(run("fly")).isEqualTo(2);
        assertThat(err()).contains("fly");

        err.reset();
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("Usage: khabar").contains("import");
    }

    private int run(String... arguments) {
        var surroundings = new Surroundings(
                Installation.of(folder, Map.of()),
                services.environment(),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Khabar.run(surroundings, arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (Exception e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
