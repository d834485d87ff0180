package org.khabar.article.importing.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.importing.form.Forms;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Many items in one request: each has its line, none holds up another, and a broken stream can go on. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BulkImportTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Database database;

    BulkImportTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
        database.execute("truncate import_run cascade");
    }

    @Test
    void eachItemHasItsLine() {
        List<JsonNode> lines = lines(post(item(1) + "\n\n" + item(2).replace("خبر", "نبأ") + "\n" + item(1)));

        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("created", "created", "unchanged", "");
        assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(1, 3, 4, 0);
        assertThat(lines).extracting(line -> line.path("index").asInt()).containsExactly(1, 2, 3, 0);
        assertThat(lines.get(2).get("id")).isEqualTo(lines.get(0).get("id"));
        assertThat(lines.get(0).get("version").asInt()).isOne();
        assertThat(lines.getLast().toString())
                .isEqualTo("{\"done\":true,\"created\":2,\"revised\":0,\"unchanged\":1,\"failed\":0}");
        assertThat(database.count("article")).isEqualTo(2);
    }

    @Test
    void aBadItemFailsAlone() {
        List<JsonNode> lines = lines(post(String.join(
                "\n",
                item(1),
                "{\"headline\": ",
                "{\"headline\": 7}",
                "{\"headline\": \"عنوان بلا نص\"}",
                "{\"headline\": \"عنوان\", \"text\": \"" + "ا".repeat(600_000) + "\"}",
                "{\"headline\": \"عنوان\", \"text\": \"نص\", \"url\": \"javascript:alert(1)\", \"externalId\": \"6\"}",
                item(2))));

        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("created", "failed", "failed", "failed", "failed", "failed", "created", "");
        assertThat(lines.get(2).at("/error/path").asText()).isEqualTo("$.headline");
        assertThat(lines.get(2).at("/error/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(lines.get(4).at("/error/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(lines.get(5).at("/error/message").asText()).contains("http");
        assertThat(lines.get(5).at("/externalId").asText()).isEqualTo("6");
        assertThat(database.count("article")).isEqualTo(2);
    }

    /** An index entry of PostgreSQL holds some 2,700 bytes; the letters of this URL take 12,000. */
    @Test
    void anItemThatTheDatabaseRefusesFailsAlone() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            letters.appendCodePoint(0x4E00 + (i * 7919) % 20_000);
        }
        String refused =
                "{\"headline\": \"عنوان\", \"text\": \"نص\", \"url\": \"https://example.org/" + letters + "\"}";
        List<JsonNode> lines = lines(post(item(1) + "\n" + refused + "\n" + item(2)));

        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("created", "failed", "created", "");
        assertThat(lines.get(1).at("/error/message").asText()).contains("database");
        assertThat(database.list("select last_id from feed_head")).containsExactly("2");
    }

    @Test
    void aBodyMayBeLargerThanAnyOther() {
        String filler = "كلمة ".repeat(2000);
        StringBuilder body = new StringBuilder();
        for (int number = 0; number < 700; number++) {
            body.append(item(number).replace("\"text\":\"", "\"text\":\"" + filler + number + " "))
                    .append('\n');
        }
        assertThat(body.toString().getBytes(StandardCharsets.UTF_8).length).isGreaterThan(8 << 20);

        List<JsonNode> lines = lines(post(body.toString()));

        assertThat(lines.getLast().path("created").asInt()).isEqualTo(700);
    }

    @ParameterizedTest
    @CsvSource({
        "/imports, text/plain",
        "/imports, application/json",
        "/imports, application/rss+xml",
        "/graphql, application/json"
    })
    void otherBodiesKeepTheirLimit(String path, String type) {
        assertThat(send(path, Tokens.editor(), type, Map.of(), new byte[5 << 20], true)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void packedBodiesAreTakenAndBombsAreNot() throws IOException {
        Answer packed = send(Tokens.editor(), NDJSON, "", Map.of("Content-Encoding", "gzip"), gzip(items(1, 50)));
        assertThat(lines(packed).getLast().path("created").asInt()).isEqualTo(50);

        Answer bomb = send(
                Tokens.editor(),
                NDJSON,
                "",
                Map.of("Content-Encoding", "gzip"),
                gzip(item(99) + "\n" + " ".repeat(80 << 20)));
        JsonNode end = lines(bomb).getLast();
        assertThat(end.path("done").asBoolean()).isFalse();
        assertThat(end.at("/error/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(end.path("resumeFrom").asInt()).isEqualTo(2);
    }

    @Test
    void partsOfAMultipartBodyAreEachInTheirForm() {
        String boundary = "=_khabar";
        String body = part(boundary, "text/plain; charset=utf-8", Pages.numbered(1))
                + part(boundary, "application/json", utf8(Forms.read("ninjs-3.json")))
                + part(boundary, "application/rss+xml", utf8(Forms.read("wordpress.rss")))
                + part(boundary, "image/png", "x")
                + "--" + boundary + "--\r\n";
        for (String type : List.of("multipart/mixed", "multipart/form-data")) {
            database.reset();
            List<JsonNode> lines = lines(send(type + "; boundary=\"" + boundary + "\"", "", utf8(body)));
            assertThat(lines)
                    .extracting(line -> line.path("status").asText())
                    .as(type)
                    .containsExactly("created", "created", "created", "created", "failed", "failed", "");
            assertThat(lines.get(5).at("/error/message").asText()).contains("image/png");
        }
    }

    /** As when they come one by one. */
    @Test
    void mediaOfPagesAndFeedsAreKept() throws IOException {
        String html = Files.readString(Path.of("src/test/resources/html/ar-egypt-open-graph.html"));
        String boundary = "=_khabar";
        String body = part(boundary, "text/html; charset=utf-8", html)
                + part(boundary, "application/rss+xml", utf8(Forms.read("media.rss")))
                + "--" + boundary + "--\r\n";
        lines(send("multipart/mixed; boundary=\"" + boundary + "\"", "", utf8(body)));
        assertThat(database.list("select jsonb_array_length(media) > 0 from article"))
                .containsExactly("t", "t");
        assertThat(database.list("select array_to_string(subjects, ',') from article order by id"))
                .containsExactly("", "medtop:01000000");
    }

    @Test
    void aFeedIsItsItems() {
        List<JsonNode> lines = lines(send("application/rss+xml", "", Forms.read("wordpress.rss")));
        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("created", "created", "failed", "");
        assertThat(lines.get(1).path("warnings").toString()).contains("SUMMARY_ONLY");
        assertThat(database.list("select distinct code from article join outlet o on o.id = outlet_id"))
                .containsExactly("hespress");
    }

    @Test
    void aFeedThatUnpacksToTooMuchIsRefused() throws IOException {
        String large = IntStream.range(0, 700_000)
                .mapToObj(number -> number + " ")
                .collect(Collectors.joining("", utf8(Forms.read("wordpress.rss")) + "<!-- ", "-->"));
        List<JsonNode> lines = lines(
                send(Tokens.editor(), "application/rss+xml", "", Map.of("Content-Encoding", "gzip"), gzip(large)));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at("/error/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(lines.getFirst().at("/error/message").asText()).contains("4194304");
        assertThat(database.count("article")).isZero();
    }

    @Test
    void aRecordListsTheFirstFailuresAndCountsAll() {
        assertThat(lines(withKey("k-5", "[]\n".repeat(1005)))
                        .getLast()
                        .path("failed")
                        .asInt())
                .isEqualTo(1005);
        JsonNode record =
                Service.json(Service.as(Tokens.editor()).get("/imports/k-5").asByteArray());
        assertThat(record.path("failed").asInt()).isEqualTo(1005);
        assertThat(record.path("failures")).hasSize(1000);
        assertThat(record.at("/failures/999/line").asInt()).isEqualTo(1000);
    }

    @Test
    void recordsOfLongAgoAreForgotten() {
        lines(withKey("k-6", item(1)));
        database.execute("update import_run set updated_at = updated_at - interval '31 days'");
        lines(withKey("k-7", item(2)));
        assertThat(database.list("select key from import_run")).containsExactly("k-7");
    }

    /** It would keep one of a few places, and its thread, for as long as it likes. */
    @Test
    void aClientThatReadsNothingIsLetGo() {
        byte[] endless = utf8("[]\n".repeat(1 << 20));
        assertThatThrownBy(() -> {
                    try (Upload upload = new Upload("k-8")) {
                        for (int i = 0; i < 100; i++) {
                            upload.send(endless);
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        await().atMost(Duration.ofSeconds(10)).until(() -> streamsAreFree());
    }

    @Test
    void oneJsonObjectIsAnsweredLikeAPage() {
        Answer created = send("application/json", "", Forms.read("ninjs-1.json"));
        assertThat(created.status()).isEqualTo(201);
        JsonNode answer = Service.json(created.body());
        assertThat(answer.path("status").asText()).isEqualTo("created");
        assertThat(answer.path("provenance").findValuesAsText("source")).contains("FORM");
        assertThat(send("application/json", "", Forms.read("ninjs-1.json")).status())
                .isEqualTo(200);
        Answer refused = send("application/json", "", utf8("{\"uri\": \"u\", \"type\": \"audio\"}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(Service.json(refused.body()).at("/error/message").asText()).contains("$.type");
    }

    @Test
    void fromPassesOverWhatStandsBefore() {
        List<JsonNode> lines = lines(send(NDJSON, "?from=3", utf8(items(1, 4))));
        assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(3, 4, 0);
        assertThat(database.count("article")).isEqualTo(2);
    }

    @Test
    void anImportWithAKeyGoesOnWhereItCame() {
        assertThat(lines(withKey("k-1", items(1, 3) + "{\"bad\": 1}\n"))
                        .getLast()
                        .path("created")
                        .asInt())
                .isEqualTo(3);

        List<JsonNode> again = lines(withKey("k-1", items(1, 3) + "{\"bad\": 1}\n" + items(5, 6)));

        assertThat(again).extracting(line -> line.path("line").asInt()).containsExactly(5, 6, 0);
        JsonNode record =
                Service.json(Service.as(Tokens.editor()).get("/imports/k-1").asByteArray());
        assertThat(record.path("lastLine").asInt()).isEqualTo(6);
        assertThat(record.path("created").asInt()).isEqualTo(5);
        assertThat(record.path("failed").asInt()).isOne();
        assertThat(record.at("/failures/0/line").asInt()).isEqualTo(4);
        assertThat(record.at("/failures/0/path").asText()).isEqualTo("$.bad");
        assertThat(record.path("finishedAt").asText()).isNotEmpty();
    }

    @Test
    void aKeyIsItsOwnersAlone() {
        lines(withKey("k-2", items(1, 2)));
        assertThat(Service.as(Tokens.of("other", "editor")).get("/imports/k-2").statusCode())
                .isEqualTo(404);
        assertThat(Service.as(Tokens.reader()).get("/imports/k-2").statusCode()).isEqualTo(403);
    }

    /** What is reported is committed: a client that dies after it finds all of it. */
    @Test
    void resultsComeWhileTheBodyIsStillSent() throws IOException {
        try (Upload upload = new Upload("k-3")) {
            upload.send(items(1, 100));
            List<String> results = upload.readLines(100);
            assertThat(results).allMatch(line -> line.contains("created"));
            assertThat(database.count("article")).isEqualTo(100);
            upload.send(item(101) + "\n");
            assertThat(upload.readLines(1).getFirst()).contains("\"line\":101");
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> streamsAreFree());
        List<JsonNode> rest = lines(withKey("k-3", items(1, 150)));
        assertThat(rest.getFirst().path("line").asInt()).isEqualTo(102);
        assertThat(database.count("article")).isEqualTo(150);
    }

    @Test
    void aRequestThatTakesAKeyOverEndsTheOneBefore() throws IOException {
        try (Upload upload = new Upload("k-4")) {
            upload.send(items(1, 100));
            upload.readLines(100);
            assertThat(lines(withKey("k-4", items(1, 110)))
                            .getLast()
                            .path("created")
                            .asInt())
                    .isEqualTo(10);
            upload.send(items(101, 200));
            String end = upload.readLines(1).getFirst();
            assertThat(end).contains("\"done\":false").contains("CONFLICT");
        }
        assertThat(database.count("article")).isEqualTo(110);
    }

    @Test
    void oneStreamMoreThanThereIsRoomForIsRefused() throws IOException {
        List<Upload> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                uploads.add(new Upload("room-" + i));
                uploads.get(i).send(item(i) + "\n");
                uploads.get(i).readLines(1);
            }
            assertThat(post(item(9)).status()).isEqualTo(429);
        } finally {
            for (Upload upload : uploads) {
                upload.close();
            }
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> post(item(9)).status() == 200);
    }

    @Test
    void failuresAloneAreAnsweredWhenTheyAreAskedFor() {
        List<JsonNode> lines = lines(send(NDJSON, "?results=failed", utf8(items(1, 5) + "[]\n")));
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().path("line").asInt()).isEqualTo(6);
        assertThat(lines.getLast().path("created").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=0", "from=x", "results=some", "outlet=nowhere", "language=%D8%B9"})
    void argumentsThatMakeNoSenseAreRefusedBeforeAnythingIsStored(String query) {
        assertThat(send(NDJSON, "?" + query, utf8(item(1))).status()).isEqualTo(400);
        assertThat(database.count("article")).isZero();
    }

    @Test
    void headersThatMakeNoSenseAreRefusedBeforeAnythingIsStored() {
        assertThat(withKey("a key", item(1)).status()).isEqualTo(400);
        assertThat(withKey("k".repeat(201), item(1)).status()).isEqualTo(400);
        Answer other = send(Tokens.editor(), NDJSON, "", Map.of("Content-Encoding", "br"), utf8(item(1)));
        assertThat(other.status()).isEqualTo(415);
        assertThat(send("multipart/mixed", "", utf8("x")).status()).isEqualTo(400);
        assertThat(database.count("article")).isZero();
    }

    @Test
    void readersImportNothing() {
        assertThat(send(Tokens.reader(), NDJSON, "", Map.of(), utf8(item(1))).status())
                .isEqualTo(403);
        assertThat(database.count("article")).isZero();
    }

    private static boolean streamsAreFree() {
        return post("").status() == 200;
    }

    private static String item(int number) {
        return "{\"headline\":\"خبر رقم %1$d من السلسلة\",\"outlet\":\"hespress\",\"text\":\"%2$s\",\"publishedAt\":\"2024-03-05T10:%3$02d:%4$02dZ\"}"
                .formatted(
                        number,
                        IntStream.range(0, 20)
                                .mapToObj(word -> "كلمة" + number + "س" + word)
                                .collect(Collectors.joining(" ")),
                        number / 60 % 60,
                        number % 60);
    }

    private static String items(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> item(number) + "\n")
                .collect(Collectors.joining());
    }

    /** An answer that has come whole. */
    private record Answer(int status, String type, byte[] body) {}

    private static Answer post(String body) {
        return send(NDJSON, "", utf8(body));
    }

    private static Answer withKey(String key, String body) {
        return send(Tokens.editor(), NDJSON, "", Map.of("Idempotency-Key", key), utf8(body));
    }

    private static Answer send(String type, String query, byte[] body) {
        return send(Tokens.editor(), type, query, Map.of(), body);
    }

    private static Answer send(String token, String type, String query, Map<String, String> headers, byte[] body) {
        return send("/imports" + query, token, type, headers, body, false);
    }

    private static Answer send(
            String path, String token, String type, Map<String, String> headers, byte[] body, boolean asksFirst) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .expectContinue(asksFirst)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).as(utf8(answer.body())).isEqualTo(200);
        assertThat(answer.type()).startsWith(NDJSON);
        return utf8(answer.body()).lines().map(line -> Service.json(utf8(line))).toList();
    }

    private static String part(String boundary, String type, String content) {
        return "--" + boundary + "\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
