package org.khabar.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.khabar.deploy.installation.Part;

/** article-service is killed in the middle of a bulk import, twice; the client goes on and ends with every article once. */
@Order(4)
@ExtendWith(StackExtension.class)
class BulkImportCrashIT {
    private static final int ITEMS = 4000;
    private static final String KEY = "bulk-import-crash";
    private static final String PREFIX = "سجل أرشيف القناة";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PAGE =
            "{ articles(first: 100, after: %s) { nodes { id headline version blocks { text } } pageInfo { hasNextPage endCursor } } }";

    private final RunningStack stack;

    BulkImportCrashIT(RunningStack stack) {
        this.stack = stack;
    }

    @AfterEach
    void repair() {
        stack.startMissingParts();
    }

    @Test
    void nothingThatWasReportedIsLostAndNothingIsDoubled() throws Exception {
        List<String> items = IntStream.rangeClosed(1, ITEMS)
                .mapToObj(BulkImportCrashIT::item)
                .toList();
        Map<Long, String> reported = new HashMap<>();

        for (int kill = 1; kill <= 2; kill++) {
            BulkUpload upload = new BulkUpload();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> upload(upload, items));
            await().atMost(TaggedArticles.PATIENCE)
                    .until(() -> upload.reported().size() > ITEMS / 8);
            stack.kill(Part.ARTICLES);
            sending.join();
            assertThat(upload.end()).as("killed in the middle").isNull();
            reported.putAll(upload.reported());
            stack.startMissingParts();
            Map<String, JsonNode> stored = articles();
            assertThat(stored.values().stream()
                            .map(article -> article.path("id").asText())
                            .toList())
                    .containsAll(reported.values());
        }

        BulkUpload rest = new BulkUpload();
        upload(rest, items);
        assertThat(Objects.requireNonNull(rest.end()).path("done").asBoolean()).isTrue();
        assertThat(rest.reported().keySet())
                .as("what was committed is not sent through again")
                .doesNotContainAnyElementsOf(reported.keySet());

        Map<String, JsonNode> archive = articles();
        assertThat(archive.keySet())
                .isEqualTo(IntStream.rangeClosed(1, ITEMS)
                        .mapToObj(BulkImportCrashIT::headline)
                        .collect(Collectors.toSet()));
        archive.forEach((headline, article) -> {
            assertThat(article.path("version").asInt()).as(headline).isOne();
            assertThat(article.at("/blocks/0/text").asText()).isEqualTo(text(numberOf(headline)));
        });
        List<String> ids = archive.values().stream()
                .map(article -> article.path("id").asText())
                .toList();
        assertThat(events().stream().filter(ids::contains).toList())
                .hasSize(ITEMS)
                .doesNotHaveDuplicates();
        assertThat(ids).containsAll(reported.values());
    }

    private void upload(BulkUpload upload, List<String> items) {
        upload.run(stack.ports().of(Part.ARTICLES), stack.token("editor"), KEY, items);
    }

    /** Those of the import by headline; one that is there twice fails the test. */
    private Map<String, JsonNode> articles() {
        Map<String, JsonNode> articles = new HashMap<>();
        String after = "null";
        for (boolean more = true; more; ) {
            JsonNode page = stack.ask("reader", PAGE.formatted(after)).data().path("articles");
            for (JsonNode article : page.path("nodes")) {
                String headline = article.path("headline").asText();
                if (headline.startsWith(PREFIX)) {
                    assertThat(articles.put(headline, article)).as(headline).isNull();
                }
            }
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            after = page.at("/pageInfo/endCursor").toString();
        }
        return articles;
    }

    /** The subjects of all events of the feed, in its order. */
    private List<String> events() throws Exception {
        List<String> subjects = new ArrayList<>();
        String last = "0";
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create(stack.ports().url(Part.ARTICLES) + "/feed/articles?lastEventId=" + last))
                        .header("Authorization", "Bearer " + stack.token("partner"))
                        .build();
                JsonNode events = JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
                if (events.isEmpty()) {
                    return subjects;
                }
                for (JsonNode event : events) {
                    subjects.add(event.path("subject").asText());
                    last = event.path("id").asText();
                }
            }
        }
    }

    private static String item(int number) {
        return "{\"headline\":\"%s\",\"outlet\":\"khabar-samples\",\"publishedAt\":\"2001-01-01T%02d:%02d:%02dZ\",\"text\":\"%s\"}"
                .formatted(headline(number), number / 3600, number / 60 % 60, number % 60, text(number));
    }

    private static String headline(int number) {
        return PREFIX + " " + number;
    }

    private static int numberOf(String headline) {
        return Integer.parseInt(headline.substring(PREFIX.length() + 1));
    }

    private static String text(int number) {
        return IntStream.range(0, 30)
                .mapToObj(word -> "قيد" + number + "من" + word)
                .collect(Collectors.joining(" "));
    }
}
