package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is logged about requests, and by which name. */
@QuarkusTest
@TestProfile(RequestLogTest.AllIsLogged.class)
@QuarkusTestResource(TestServices.class)
class RequestLogTest {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Logger ROOT = Logger.getLogger("");

    private final Records records = new Records();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    /** Each operation is slow, and each request has a line. */
    public static class AllIsLogged implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.access-log.enabled", "true",
                    "khabar.gateway.http.slow-query", "0s",
                    "khabar.gateway.http.max-batch-size", "3",
                    "khabar.gateway.http.subgraph-timeout", "2s");
        }
    }

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
        ROOT.addHandler(records);
    }

    @AfterEach
    void logNoMore() {
        ROOT.removeHandler(records);
    }

    private static Response ask(String id, Object body) {
        return Services.as("reader").header("X-Request-Id", id).body(body).post("/graphql");
    }

    private static String text(LogRecord record) {
        return record instanceof ExtLogRecord known ? known.getFormattedMessage() : String.valueOf(record.getMessage());
    }

    private List<LogRecord> linesOf(String logger) {
        return records.taken().stream()
                .filter(record -> String.valueOf(record.getLoggerName()).endsWith(logger))
                .toList();
    }

    private String accessLine(String id) {
        await().until(() ->
                linesOf(".access").stream().anyMatch(record -> text(record).endsWith("request=" + id)));
        return linesOf(".access").stream()
                .map(RequestLogTest::text)
                .filter(line -> line.endsWith("request=" + id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRequestKeepsItsNameAllTheWay() {
        Response answer = ask("web-7.a_B", Map.of("query", "{ products { name } }"));

        assertThat(answer.header("X-Request-Id")).isEqualTo("web-7.a_B");
        assertThat(Services.seen("shop")).contains("web-7.a_B");
    }

    @Test
    void anAnswerInPartsIsOneLineOnceItIsComplete() {
        Services.as("reader")
                .header("X-Request-Id", "parts-1")
                .header("Accept", "multipart/mixed, application/json")
                .body(Map.of("query", "query Late { products { name ... @defer { reviews { text } } } }"))
                .post("/graphql");

        assertThat(accessLine("parts-1")).contains("kind=query operation=Late outcome=OK", "fetches=2", "requests=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"طلب", "a b", "a;rm -rf", "<script>", "a\"b", "${jndi:ldap://x}", ""})
    void aNameThatIsNoNameIsReplaced(String hostile) {
        assertThat(ask(hostile, Map.of("query", "{ products { name } }")).header("X-Request-Id"))
                .matches(UUID);
        assertThat(Services.seen("shop")).doesNotContain("rm -rf", "script", "jndi");
    }

    @Test
    void aNameThatIsTooLongIsReplaced() {
        assertThat(ask("a".repeat(100), Map.of("query", "{ products { name } }"))
                        .header("X-Request-Id"))
                .isEqualTo("a".repeat(100));
        assertThat(ask("a".repeat(101), Map.of("query", "{ products { name } }"))
                        .header("X-Request-Id"))
                .matches(UUID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Request-Id: one\r\n X-Forged: two", "X-Request-Id: one\rX-Forged: two", "X-Request-Id: طلب"})
    void rawBytesOfAHeaderAreNotEchoed(String header) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + header + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            List<String> answer = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            assertThat(answer.getFirst()).matches("HTTP/1.1 40[01] .*");
            assertThat(answer)
                    .noneMatch(line -> line.contains("X-Forged") || line.contains("one") || line.contains("طلب"));
        }
    }

    @Test
    void whatIsTurnedAwayHasANameToo() {
        assertThat(given().header("X-Request-Id", "stranger-1").post("/graphql").header("X-Request-Id"))
                .isEqualTo("stranger-1");
        assertThat(accessLine("stranger-1"))
                .startsWith("method=POST status=401 kind=- operation=- outcome=UNAUTHENTICATED")
                .contains(" fetches=0 ");
        assertThat(given().put("/graphql").header("X-Request-Id")).matches(UUID);
        assertThat(given().get("/graphql/stream").header("X-Request-Id")).matches(UUID);
    }

    @Test
    void theAccessLogSaysWhatWasAskedAndHowItEnded() {
        ask("access-1", Map.of("query", "query Both { products { name reviews { text } } }"));
        assertThat(accessLine("access-1"))
                .startsWith("method=POST status=200 kind=query operation=Both outcome=OK ms=")
                .containsPattern("ms=[0-9]+\\.[0-9] fetches=2 bytes=[1-9][0-9]* requests=1 ");

        ask("access-2", Map.of("query", "query Bad { nothing }"));
        assertThat(accessLine("access-2"))
                .startsWith("method=POST status=200 kind=- operation=- " + "outcome=GRAPHQL_VALIDATION_FAILED ");

        Services.mode("reviews", "down");
        ask("access-3", Map.of("query", "query Both { products { name reviews { text } } }"));
        assertThat(accessLine("access-3")).contains("operation=Both outcome=PARTIAL ", " fetches=2 ");
    }

    @Test
    void aBatchHasOneLine() {
        ask("batch-1", List.of(Map.of("query", "{ products { upc } }"), Map.of("query", "{ nothing }")));

        assertThat(accessLine("batch-1"))
                .startsWith("method=POST status=200 kind=batch operation=- outcome=GRAPHQL_VALIDATION_FAILED ")
                .contains(" requests=2 ");
    }

    @Test
    void aRecordHasTheNameOfItsOwnRequestHoweverManyThereAre() {
        String token = Services.token(Map.of("roles", "reader"));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 60)
                .mapToObj(i -> client.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .header("X-Request-Id", "many-" + i)
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"query\":\"query Q" + i % 7 + " { products { name reviews { text } } }\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        answers.forEach(CompletableFuture::join);

        for (int i = 0; i < 60; i++) {
            accessLine("many-" + i);
        }
        for (String logger : List.of(".access", RunReports.class.getName())) {
            List<LogRecord> lines = linesOf(logger).stream()
                    .filter(record -> text(record).contains("many-"))
                    .toList();
            assertThat(lines).as(logger).hasSize(60);
            assertThat(lines)
                    .as(logger)
                    .allMatch(
                            record -> text(record).matches("(?s).*request[ =]" + Records.requestId(record) + "\\b.*"));
        }
    }

    @ParameterizedTest
    @CsvSource({"down, PARTIAL", "garbage, PARTIAL", "silent, PARTIAL", "up, BAD_USER_INPUT"})
    void nothingPrivateIsLoggedOfARequestThatFails(String mode, String outcome) {
        Services.mode("shop", mode);
        String token = Services.token(Map.of("roles", "reader"));
        String id = "failing-" + mode;
        given().contentType("application/json")
                .header("Authorization", "Bearer " + token)
                .header("X-Request-Id", id)
                .body(Map.of(
                        "query",
                        "query Failing($u: ID!, $number: ID!, $n: Int) { product(upc: $u) { name }"
                                + " other: product(upc: $number) { name } aisles(first: $n) { nodes { name } } }",
                        "variables",
                        Map.of("u", "u2-private", "number", 31_415, "n", mode.equals("up") ? "n-private" : 3)))
                .post("/graphql");

        assertThat(accessLine(id)).contains("outcome=" + outcome);
        assertThat(records.taken().stream().map(RequestLogTest::whole))
                .noneMatch(record -> record.contains(token)
                        || record.contains("private")
                        || record.contains("31415")
                        || record.contains("Bearer"));
    }

    private static String whole(LogRecord record) {
        return text(record) + " " + record.getThrown() + " "
                + (record instanceof ExtLogRecord known ? known.getMdcCopy() : "");
    }
}
