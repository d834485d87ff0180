package org.khabar.article.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.testing.Articles;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Golden;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExportTest {

    private static final Instant NOON = Instant.parse("2024-03-09T12:00:00Z");
    private static final String PARTNER = Tokens.of("partner", "partner");
    /** More than sockets hold: some forty megabytes. */
    private static final int MANY = 20_000;

    private static final int SOME = 3_000;

    private final Database database;
    private final Articles articles;
    private final EntityManagerFactory factory;

    ExportTest(Database database, Articles articles, EntityManagerFactory factory) {
        this.database = database;
        this.articles = articles;
        this.factory = factory;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void anArticleIsALine() {
        articles.storeRich();
        articles.storeFrench();

        Response answer = Service.as(PARTNER).get("/exports/articles");
        assertThat(answer.contentType()).isEqualTo("application/x-ndjson");
        assertThat(answer.header("Khabar-Last-Event-Id")).isEqualTo("2");
        Golden.assertIs("exporting/articles.ndjson", new String(answer.asByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void nothingThatReadersDoNotSeeIsExported() {
        for (int number = 0; number < 4; number++) {
            articles.storeNumbered("hespress", number, NOON);
        }
        database.execute(
                "update article set status = case headline when 'خبر رقم 1 من السلسلة' then 'WITHDRAWN'"
                        + " when 'خبر رقم 2 من السلسلة' then 'DRAFT' when 'خبر رقم 3 من السلسلة' then 'CORRECTED' else status end");
        assertThat(headlines("/exports/articles")).containsExactly("خبر رقم 0 من السلسلة", "خبر رقم 3 من السلسلة");
    }

    @Test
    void exportsAreFiltered() {
        articles.storeRich();
        articles.storeFrench();
        articles.storeNumbered("le360", 1, NOON);

        assertThat(headlines("/exports/articles?outlet=le360&outlet=medias24")).hasSize(2);
        assertThat(headlines("/exports/articles?language=fr")).hasSize(1);
        assertThat(headlines("/exports/articles?kind=analysis")).hasSize(1);
        assertThat(headlines(
                        "/exports/articles?publishedFrom=2024-03-09T12:00:00Z&publishedBefore=2024-03-09T13:00:00Z"))
                .containsExactly("خبر رقم 1 من السلسلة");
        assertThat(headlines("/exports/articles?outlet=hespress&language=fr")).isEmpty();
    }

    /** Whoever is cut off in the middle goes on after the last whole line, and has every article once. */
    @Test
    void exportsGoOnAfterTheConnectionIsCut() throws Exception {
        insert(SOME);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        try (InputStream body = open("/exports/articles", "identity").body()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            for (int line = 0; line < 1234; line++) {
                JsonNode article = Service.json(lines.readLine().getBytes(StandardCharsets.UTF_8));
                seen.add(article.get("externalId").asText());
                cursor = article.get("cursor").asText();
            }
        }
        try (InputStream body =
                open("/exports/articles?after=" + cursor, "identity").body()) {
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> Service.json(line.getBytes(StandardCharsets.UTF_8)))
                    .forEach(article -> seen.add(article.get("externalId").asText()));
        }
        assertThat(seen).hasSize(SOME);
        assertThat(new HashSet<>(seen)).hasSize(SOME);
        assertThat(seen).isSorted();
    }

    /** A client that does not read holds the export up after a few batches; nothing is read ahead into memory. */
    @Test
    void noMoreIsReadThanTheClientTakes() throws Exception {
        insert(MANY);
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        try (InputStream body = open("/exports/articles", "identity").body()) {
            assertThat(body.read()).isEqualTo('{');
            List<Long> counts = new ArrayList<>();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        counts.add(statistics.getPrepareStatementCount());
                        int size = counts.size();
                        return size > 3 && counts.get(size - 1).equals(counts.get(size - 4));
                    });
            assertThat(counts.getLast()).isLessThan(2L * MANY / 100 / 2);
            assertThat(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
                            .lines()
                            .count())
                    .isEqualTo(MANY);
        }
        assertThat(statistics.getPrepareStatementCount()).isLessThan(2L * MANY / 100 + 20);
    }

    /** Its last batch cannot be read: a client must not take what it has for the whole archive. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void anExportThatFailsDoesNotLookWhole(HttpClient.Version version) throws Exception {
        insert(SOME);
        database.execute("delete from revision where article_id = (select id from article order by id desc limit 1)");
        try (InputStream body = open("/exports/articles", "identity", version).body()) {
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, gzip;q=0.5", "*"})
    void packedIfTheClientTakesIt(String accepted) throws Exception {
        articles.storeRich();
        HttpResponse<InputStream> answer = open("/exports/articles", accepted);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
        try (InputStream body = new GZIPInputStream(answer.body())) {
            assertThat(Service.json(body.readAllBytes()).get("headline").asText())
                    .startsWith("المغرب يعلن");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "identity", "*;q=0", "br"})
    void plainIfTheClientDoesNot(String accepted) throws Exception {
        articles.storeRich();
        HttpResponse<InputStream> answer = open("/exports/articles", accepted);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        try (InputStream body = answer.body()) {
            assertThat(body.read()).isEqualTo('{');
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=abc",
                "after=YXJ0aWNsZSwxLDI",
                "after=ZXhwb3J0LHg",
                "outlet=nobody",
                "kind=x",
                "publishedFrom=yesterday"
            })
    void whatMeansNothingIsRefused(String query) {
        Response answer = Service.as(PARTNER).get("/exports/articles?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.path("error.code").toString()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void partnersAdminsAndServicesExport() {
        assertThat(status(PARTNER)).isEqualTo(200);
        assertThat(status(Tokens.of("admin", "admin"))).isEqualTo(200);
        assertThat(status(Tokens.service())).isEqualTo(200);
        assertThat(status(Tokens.reader())).isEqualTo(403);
        assertThat(status(Tokens.editor())).isEqualTo(403);
        assertThat(status(Tokens.expired())).isEqualTo(401);
    }

    private static int status(String token) {
        return Service.as(token).get("/exports/articles").statusCode();
    }

    private static List<String> headlines(String path) {
        return new String(Service.as(PARTNER).get(path).asByteArray(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Service.json(line.getBytes(StandardCharsets.UTF_8))
                        .get("headline")
                        .asText())
                .toList();
    }

    private static HttpResponse<InputStream> open(String path, String acceptedEncoding)
            throws IOException, InterruptedException {
        return open(path, acceptedEncoding, HttpClient.Version.HTTP_1_1);
    }

    private static HttpResponse<InputStream> open(String path, String acceptedEncoding, HttpClient.Version version)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + PARTNER)
                .header("Accept-Encoding", acceptedEncoding)
                .version(version)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Articles of about two kilobytes each. */
    private void insert(int count) {
        database.execute("""
                insert into article (id, outlet_id, headline, headline_key, language, kind, status, published_at,
                  published_at_stated, created_at, updated_at, version, content_key, sketch)
                select gen_random_uuid(), outlet.id, 'خبر ' || n, 'h' || n, 'ar', 'NEWS', 'PUBLISHED',
                  timestamptz '2020-01-01' + n * interval '7 minutes', true, now(), now(), 1, n, array[n, n + 1]
                from generate_series(1, %d) as n, outlet where outlet.code = 'hespress'
                """.formatted(count));
        database.execute("""
                insert into revision (article_id, version, outlet_id, headline, language, kind, status, published_at, blocks,
                  author, created_at)
                select id, 1, outlet_id, headline, language, kind, status, published_at,
                  jsonb_build_array(jsonb_build_object('kind', 'PARAGRAPH', 'text', repeat('نص الخبر ' || headline || ' ', 60))),
                  'test', created_at from article
                """);
        database.execute("analyze");
    }
}
