package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Articles;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** What an outlet has published, newest first. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OutletArticlesTest {

    private static final Instant NOON = Instant.parse("2024-03-09T12:00:00Z");

    private final Database database;
    private final Articles articles;
    private final SessionFactory sessions;
    private final List<String> ids = new ArrayList<>();

    OutletArticlesTest(Database database, Articles articles, SessionFactory sessions) {
        this.database = database;
        this.articles = articles;
        this.sessions = sessions;
    }

    @BeforeEach
    void fiveArticlesOfAnOutletAndOneOfAnother() {
        database.reset();
        for (int number = 0; number < 5; number++) {
            ids.addFirst(articles.storeNumbered("hespress", number, NOON.plusSeconds(60L * number))
                    .id());
        }
        articles.storeNumbered("le360", 9, NOON);
    }

    @AfterEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void pagesMakeTheWholeList() {
        List<String> read = new ArrayList<>();
        String after = "null";
        JsonNode page;
        do {
            page = outlet("articles(first: 2, after: " + after
                            + ") { edges { cursor } nodes { id } pageInfo { hasNextPage endCursor } }")
                    .at("/data/outlet/articles");
            page.get("nodes").forEach(node -> read.add(node.get("id").asText()));
            after = "\"" + page.at("/pageInfo/endCursor").asText() + "\"";
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        assertThat(read).isEqualTo(ids);
    }

    @Test
    void onlyWhatIsPublishedIsThere() {
        database.execute("update article set status = 'WITHDRAWN' where id = '" + ids.getFirst() + "'");
        JsonNode read =
                Service.graphql(Tokens.editor(), "{ outlet(code: \"hespress\") { articles { nodes { id } } } }");
        assertThat(read.at("/data/outlet/articles/nodes").findValuesAsText("id"))
                .isEqualTo(ids.subList(1, 5));
    }

    @Test
    void manyOutletsTakeAsManyStatementsAsOne() {
        String query = "{ outlets(first: %d) { nodes { articles(first: 3) { nodes { id headline } } } } }";
        assertThat(statements(query.formatted(20))).isEqualTo(statements(query.formatted(1)));
    }

    @Test
    void pagesAreBoundedAndAliasesGetTheirOwn() {
        JsonNode two = outlet("few: articles(first: 1) { nodes { id } } more: articles(first: 3) { nodes { id } }");
        assertThat(two.at("/data/outlet/few/nodes")).hasSize(1);
        assertThat(two.at("/data/outlet/more/nodes")).hasSize(3);
        assertThat(outlet("articles(first: 101) { nodes { id } }").toString())
                .contains("LIMIT_EXCEEDED", "first is 101");
        assertThat(outlet("articles(after: \"x\") { nodes { id } }").toString())
                .contains("BAD_USER_INPUT", "after is not a cursor");
    }

    private static JsonNode outlet(String fields) {
        return Service.graphql(Tokens.reader(), "{ outlet(code: \"hespress\") { " + fields + " } }");
    }

    private long statements(String query) {
        Service.graphql(Tokens.reader(), "{ outlets { nodes { code } } }");
        long before = sessions.getStatistics().getPrepareStatementCount();
        assertThat(Service.graphql(Tokens.reader(), query).has("errors")).isFalse();
        return sessions.getStatistics().getPrepareStatementCount() - before;
    }
}
