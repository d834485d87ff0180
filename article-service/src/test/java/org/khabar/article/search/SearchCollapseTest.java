package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Archive;
import org.khabar.article.testing.Copies;
import org.khabar.article.testing.Copies.Copy;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Searches that find one article of each story: the earliest that matches. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SearchCollapseTest {

    private static final String SEARCH = """
            query ($query: String!, $sort: ArticleSearchSort, $filter: ArticleSearchFilter, $first: Int, $after: String) {
              searchArticles(query: $query, sort: $sort, filter: $filter, first: $first, after: $after,
                  collapseDuplicates: true) {
                totalCount { value relation }
                nodes { id }
                pageInfo { hasNextPage endCursor }
                facets { outlets { outlet { code } count } kinds { count } }
              }
            }
            """;

    private final Database database;
    private final Archive archive;
    private final List<String> dams = new ArrayList<>();
    private final List<String> strikes = new ArrayList<>();
    private String match = "";

    SearchCollapseTest(Database database, Archive archive) {
        this.database = database;
        this.archive = archive;
    }

    /** In order of publication: dams, strike, dams, match, strike, dams. */
    @BeforeEach
    void storeStories() {
        database.reset();
        List<Copy> ofDams = Copies.read("same-ar-dams");
        List<Copy> ofStrikes = Copies.read("same-ar-strike");
        dams.add(store(ofDams.get(0), 0));
        strikes.add(store(ofStrikes.get(0), 1));
        dams.add(store(ofDams.get(1), 2));
        match = store(Copies.read("apart-ar-match").getFirst(), 3);
        strikes.add(store(ofStrikes.get(1), 4));
        dams.add(store(ofDams.get(2), 5));
    }

    @AfterEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void theEarliestOfEachStoryIsFoundAndCounted() {
        JsonNode all = search(Map.of("query", "", "sort", "NEWEST"));
        assertThat(ids(all)).containsExactly(match, strikes.get(0), dams.get(0));
        assertThat(all.at("/totalCount").toString()).isEqualTo("{\"value\":3,\"relation\":\"EXACT\"}");
        assertThat(all.at("/facets/kinds/0/count").asInt()).isEqualTo(3);
        JsonNode plain = Service.graphql(
                Tokens.reader(), "{ searchArticles(query: \"\") { totalCount { value } nodes { id } } }");
        assertThat(plain.at("/data/searchArticles/totalCount/value").asInt()).isEqualTo(6);
    }

    @Test
    void theEarliestIsAmongThoseThatMatchWordsAndFilter() {
        assertThat(ids(search(Map.of("query", "المخزون المائي")))).containsExactly(dams.get(0));
        assertThat(ids(search(Map.of("query", "الفارطة")))).containsExactly(dams.get(1));
        assertThat(ids(search(Map.of("query", "", "filter", Map.of("outlets", List.of("le360", "alyaoum24"))))))
                .containsExactly(dams.get(1));
        assertThat(ids(search(Map.of("query", "السدود", "filter", Map.of("publishedFrom", "2025-03-11T16:00:00Z")))))
                .containsExactly(dams.get(2));
    }

    @Test
    void anEarlierOneThatReadersDoNotSeeHidesNone() {
        Service.graphql(
                Tokens.editor(),
                "mutation { withdrawArticle(id: \"%s\", version: 1, reason: \"خطأ\") { id } }".formatted(dams.get(0)));
        assertThat(ids(search(Map.of("query", "السدود")))).containsExactly(dams.get(1));
    }

    @Test
    void pagesAreTheWholeListWhateverArrivesBetweenThem() {
        for (String sort : List.of("NEWEST", "RELEVANCE")) {
            List<String> all = ids(search(Map.of("query", "", "sort", sort)));
            List<String> read = new ArrayList<>();
            JsonNode page = search(Map.of("query", "", "sort", sort, "first", 1));
            read.addAll(ids(page));
            if (sort.equals("NEWEST")) {
                store(Copies.read("same-ar-dams").get(1).headline(), 7);
            }
            while (page.at("/pageInfo/hasNextPage").asBoolean()) {
                String cursor = page.at("/pageInfo/endCursor").asText();
                page = search(Map.of("query", "", "sort", sort, "first", 1, "after", cursor));
                read.addAll(ids(page));
            }
            assertThat(read).isEqualTo(all);
        }
    }

    private void store(String headline, int hour) {
        Copy copy = Copies.read("same-ar-dams").getFirst();
        store(new Copy("medias24", headline + " من جديد", copy.paragraphs()), hour);
    }

    private String store(Copy copy, int hour) {
        return archive.store(copy, Archive.NOON.plus(Duration.ofHours(hour)));
    }

    private static JsonNode search(Map<String, ?> variables) {
        JsonNode answer = Service.graphql(Tokens.reader(), SEARCH, variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/searchArticles");
    }

    private static List<String> ids(JsonNode connection) {
        List<String> ids = new ArrayList<>();
        connection.get("nodes").forEach(node -> ids.add(node.get("id").asText()));
        return ids;
    }
}
