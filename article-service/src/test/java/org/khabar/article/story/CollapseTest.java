package org.khabar.article.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Archive;
import org.khabar.article.testing.Copies;
import org.khabar.article.testing.Copies.Copy;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Lists that show one article of each story. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CollapseTest {

    private final Database database;
    private final Archive archive;
    private final SessionFactory sessions;
    private final List<String> dams = new ArrayList<>();
    private final List<String> strikes = new ArrayList<>();
    private String match = "";

    CollapseTest(Database database, Archive archive, SessionFactory sessions) {
        this.database = database;
        this.archive = archive;
        this.sessions = sessions;
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

    @Test
    void earliestOfEachStoryIsListedAndCounted() {
        JsonNode collapsed = list("collapseDuplicates: true");
        assertThat(idsOf(collapsed)).containsExactly(match, strikes.get(0), dams.get(0));
        assertThat(collapsed.get("totalCount").asInt()).isEqualTo(3);
        assertThat(list("collapseDuplicates: false").get("totalCount").asInt()).isEqualTo(6);
        assertThat(list("first: 100").get("totalCount").asInt()).isEqualTo(6);
    }

    @Test
    void earliestIsAmongThoseThatTheFilterLetsIn() {
        JsonNode later =
                list("collapseDuplicates: true, filter: {outlets: [\"le360\", \"alyaoum24\", \"howiyapress\"]}");
        assertThat(idsOf(later)).containsExactly(strikes.get(1), dams.get(1));
        assertThat(later.get("totalCount").asInt()).isEqualTo(2);
        JsonNode since = list("collapseDuplicates: true, filter: {publishedFrom: \"2025-03-11T13:30:00Z\"}");
        assertThat(idsOf(since)).containsExactly(strikes.get(1), match, dams.get(1));
    }

    @Test
    void pagesInBothDirectionsMakeTheWholeList() {
        List<String> all = idsOf(list("collapseDuplicates: true"));
        assertThat(walk("first: 1, after", "hasNextPage", "endCursor")).isEqualTo(all);
        assertThat(walk("last: 2, before", "hasPreviousPage", "startCursor").stream()
                        .sorted()
                        .toList())
                .isEqualTo(all.stream().sorted().toList());
    }

    @Test
    void nextIsListedWhenTheEarliestIsNotPublished() {
        database.execute("update article set status = 'WITHDRAWN' where id = '" + dams.get(0) + "'");

        assertThat(idsOf(list("collapseDuplicates: true"))).containsExactly(match, dams.get(1), strikes.get(0));
    }

    @Test
    void collapsingTakesNoMoreStatements() {
        long plain = statements("{ articles { nodes { id } } }");
        assertThat(statements("{ articles(collapseDuplicates: true) { nodes { id } } }"))
                .isEqualTo(plain);
    }

    @Test
    void storiesTakeAsManyStatementsWhateverTheLengthOfTheList() {
        String query = "{ articles(first: %d) { nodes { story { count articles(first: 2) { nodes { id } } } } } }";
        assertThat(statements(query.formatted(6))).isEqualTo(statements(query.formatted(1)));
    }

    private String store(Copy copy, int hour) {
        return archive.store(copy, Archive.NOON.plus(Duration.ofHours(hour)));
    }

    private static List<String> walk(String arguments, String more, String edge) {
        List<String> ids = new ArrayList<>();
        String cursor = "null";
        JsonNode page;
        do {
            page = Service.graphql(
                            Tokens.reader(),
                            "{ articles(collapseDuplicates: true, %s: %s) { nodes { id } pageInfo { %s %s } } }"
                                    .formatted(arguments, cursor, more, edge))
                    .at("/data/articles");
            ids.addAll(idsOf(page));
            cursor = "\"" + page.at("/pageInfo/" + edge).asText() + "\"";
        } while (page.at("/pageInfo/" + more).asBoolean());
        return ids;
    }

    private static JsonNode list(String arguments) {
        JsonNode answer =
                Service.graphql(Tokens.reader(), "{ articles(" + arguments + ") { totalCount nodes { id } } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/articles");
    }

    private static List<String> idsOf(JsonNode connection) {
        List<String> ids = new ArrayList<>();
        connection.get("nodes").forEach(node -> ids.add(node.get("id").asText()));
        return ids;
    }

    private long statements(String query) {
        Service.graphql(Tokens.reader(), "{ outlets { code } }");
        long before = sessions.getStatistics().getPrepareStatementCount();
        Service.graphql(Tokens.reader(), query);
        return sessions.getStatistics().getPrepareStatementCount() - before;
    }
}
