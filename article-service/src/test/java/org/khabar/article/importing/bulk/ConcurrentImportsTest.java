package org.khabar.article.importing.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Imports of the same articles at the same time, in different orders: no article twice, and no item fails for it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConcurrentImportsTest {

    private static final int IMPORTS = 3;
    private static final int ARTICLES = 250;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Database database;
    private final BulkImport imports;
    private final BulkConfig config;

    ConcurrentImportsTest(Database database, BulkImport imports, BulkConfig config) {
        this.database = database;
        this.imports = imports;
        this.config = config;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void theSameArticlesAreStoredOnceAndEachItemIsToldSo() throws Exception {
        List<String> statuses = importAtOnce(number -> "نص");

        assertThat(statuses).hasSize(IMPORTS * ARTICLES).containsOnly("created", "unchanged");
        assertThat(statuses.stream().filter("created"::equals)).hasSize(ARTICLES);
        assertThat(database.count("article")).isEqualTo(ARTICLES);
        assertThat(database.count("revision")).isEqualTo(ARTICLES);
        assertThat(database.list("select last_id from feed_head")).containsExactly(String.valueOf(ARTICLES));
    }

    /** The first sends other texts than the others do. */
    @Test
    void editsOfTheSameArticlesAreRevisionsOfThem() throws Exception {
        List<String> statuses = importAtOnce(number -> number == 0 ? "نص" : "نص منقح");

        assertThat(statuses).hasSize(IMPORTS * ARTICLES).doesNotContain("failed");
        assertThat(statuses.stream().filter("created"::equals)).hasSize(ARTICLES);
        assertThat(database.count("article")).isEqualTo(ARTICLES);
        assertThat(database.count("revision"))
                .isEqualTo(statuses.stream()
                        .filter(status -> !status.equals("unchanged"))
                        .count());
        assertThat(database.list("select article_id from revision group by article_id having max(version) <> count(*)"))
                .isEmpty();
    }

    /** Each article takes locks of which the database has a bounded number. */
    @Test
    void importsThatRunTogetherShareWhatIsCommittedAtATime() {
        await().atMost(Duration.ofSeconds(10)).until(() -> imports.shareOfBatch() == config.batchSize());
        imports.acquire();
        assertThat(imports.shareOfBatch()).isEqualTo(config.batchSize());
        imports.acquire();
        assertThat(imports.shareOfBatch()).isEqualTo(config.batchSize() / 2);
        imports.release();
        imports.release();
    }

    /** The words that an import's texts begin with. */
    private interface Words {
        String of(int number);
    }

    private static List<String> importAtOnce(Words words) throws Exception {
        CyclicBarrier together = new CyclicBarrier(IMPORTS);
        List<String> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> imports = IntStream.range(0, IMPORTS)
                    .mapToObj(number -> threads.submit(() -> {
                        together.await();
                        return statuses(shuffled(number, words.of(number)));
                    }))
                    .toList();
            for (Future<List<String>> one : imports) {
                statuses.addAll(one.get());
            }
        }
        return statuses;
    }

    private static List<String> statuses(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/imports"))
                .header("Authorization", "Bearer " + Tokens.editor())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofLines())
                .body()
                .map(line -> Service.json(line.getBytes(StandardCharsets.UTF_8)))
                .filter(line -> line.has("status"))
                .map(line -> line.path("status").asText())
                .toList();
    }

    private static String shuffled(int seed, String words) {
        List<String> items = new ArrayList<>(IntStream.range(0, ARTICLES)
                .mapToObj(number -> item(number, words))
                .toList());
        Collections.shuffle(items, new Random(seed));
        return String.join("\n", items);
    }

    private static String item(int number, String words) {
        String text = IntStream.range(0, 20)
                .mapToObj(place -> "كلمة" + number + "س" + place)
                .collect(Collectors.joining(" ", words + " ", ""));
        return "{\"headline\":\"خبر رقم %1$d\",\"outlet\":\"hespress\",\"url\":\"https://www.hespress.com/%1$d\",\"publishedAt\":\"2024-03-05T10:%2$02d:%3$02dZ\",\"text\":\"%4$s\"}"
                .formatted(number, number / 60, number % 60, text);
    }
}
