package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ArticleQueriesTest {

    private static final String ENTITIES = """
            query($representations: [_Any!]!) {
              _entities(representations: $representations) {
                ... on Article { id headline outlet { code } blocks { text } revisions(first: 2) { nodes { version } } }
              }
            }
            """;

    private final Database database;
    private final SessionFactory sessions;

    ArticleQueriesTest(Database database, SessionFactory sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void sdlIsASubgraphOfFederation2() {
        String sdl = Service.graphql(Tokens.service(), "{ _service { sdl } }")
                .at("/data/_service/sdl")
                .asText();

        TypeDefinitionRegistry registry = new SchemaParser().parse(sdl);
        assertThat(registry.scalars()).containsKey("DateTime");
        assertThat(sdl)
                .contains("@link(import : [\"@key\", \"@shareable\", \"FieldSet\"]")
                .contains("url : \"https://specs.apollo.dev/federation/v2.7\"")
                .contains("type Article @key(fields : \"id\")")
                .contains("type Name @shareable")
                .contains("type PageInfo @shareable")
                .contains("publishedAt: DateTime!")
                .contains("blocks: [Block!]!")
                .contains("outlet: Outlet!")
                .contains("outlets: [String!]\n")
                .contains("revisions(after: String, before: String, first: Int, last: Int): RevisionConnection!");
    }

    @Test
    void entitiesComeInOrderByAsManyStatementsWhateverTheirNumber() {
        List<String> ids = importPages(12);
        long few = statementsFor(ids.subList(0, 2));
        long many = statementsFor(ids);

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(4);
    }

    @Test
    void entitiesThatAreNotThereAreNull() {
        List<String> ids = importPages(2);
        String unknown = "01900000-0000-7000-8000-000000000000";
        List<String> asked = List.of(
                ids.get(1),
                unknown,
                "garbled",
                ids.get(0),
                ids.get(1),
                ids.get(0).toUpperCase(Locale.ROOT));

        JsonNode entities = entities(asked).at("/data/_entities");
        List<@Nullable String> answered = new ArrayList<>();
        entities.forEach(
                entity -> answered.add(entity.isNull() ? null : entity.get("id").asText()));
        assertThat(answered).containsExactly(ids.get(1), null, null, ids.get(0), ids.get(1), null);
    }

    @Test
    void listsTakeAsManyStatementsWhateverTheirLength() {
        importPages(12);
        String query =
                "{ articles(first: %d) { nodes { id outlet { code } blocks { text } revisions { nodes { version } } } } }";
        long few = statements(() -> Service.graphql(Tokens.reader(), query.formatted(2)));
        long many = statements(() -> Service.graphql(Tokens.reader(), query.formatted(12)));

        assertThat(many).isEqualTo(few);
    }

    @Test
    void totalIsCountedOnlyWhenSelected() {
        importPages(1);
        long without = statements(() -> Service.graphql(Tokens.reader(), "{ articles { nodes { id } } }"));
        long with = statements(() -> Service.graphql(Tokens.reader(), "{ articles { totalCount nodes { id } } }"));

        assertThat(with).isEqualTo(without + 1);
    }

    @Test
    void pagesForwardAndBackwardMakeTheWholeList() {
        importPages(11);
        List<String> all = idsOf(Service.graphql(Tokens.reader(), "{ articles(first: 100) { nodes { id } } }"));
        List<String> forward = new ArrayList<>();
        walk("first: 3, after: $cursor", "hasNextPage", "endCursor", forward, false);
        List<String> backward = new ArrayList<>();
        walk("last: 4, before: $cursor", "hasPreviousPage", "startCursor", backward, true);

        assertThat(all).hasSize(11).doesNotHaveDuplicates();
        assertThat(forward).isEqualTo(all);
        assertThat(backward).isEqualTo(all);
    }

    @Test
    void aliasesWithDifferentPagesGetTheirOwn() {
        String page = Pages.numbered(1);
        Service.importPage(page);
        Service.importPage(page + "\nفقرة ثانية أضيفت إلى الخبر بعد نشره بساعة.\n");
        JsonNode node = Service.graphql(
                        Tokens.editor(),
                        "{ articles { nodes { newest: revisions(first: 1) { nodes { version author } }"
                                + " oldest: revisions(last: 1) { nodes { version } totalCount } bad: __typename } } }")
                .at("/data/articles/nodes/0");

        assertThat(node.at("/newest/nodes/0/version").asInt()).isEqualTo(2);
        assertThat(node.at("/newest/nodes/0/author").asText()).isEqualTo("editor");
        assertThat(node.at("/oldest/nodes/0/version").asInt()).isEqualTo(1);
        assertThat(node.at("/oldest/totalCount").asInt()).isEqualTo(2);
    }

    @Test
    void unpublishedArticlesDoNotExistForReaders() {
        String id = importPages(1).getFirst();
        database.execute("update article set status = 'DRAFT'");
        String query = "query($id: ID!) { article(id: $id) { id } articles { totalCount nodes { id } } }";

        JsonNode forReader = Service.graphql(Tokens.reader(), query, Map.of("id", id));
        assertThat(forReader.at("/data/article").isNull()).isTrue();
        assertThat(forReader.at("/data/articles/totalCount").asInt()).isZero();
        assertThat(forReader.at("/data/articles/nodes")).isEmpty();
        assertThat(entities(List.of(id)).at("/data/_entities/0").isNull()).isTrue();
        JsonNode forEditor = Service.graphql(Tokens.editor(), query, Map.of("id", id));
        assertThat(forEditor.at("/data/article/id").asText()).isEqualTo(id);
    }

    @Test
    void wrongArgumentsAreNamed() {
        refused("{ articles(first: 101) { nodes { id } } }", "LIMIT_EXCEEDED", "first is 101; the limit is 100.");
        refused("{ articles(last: -1) { nodes { id } } }", "BAD_USER_INPUT", "last is -1");
        refused("{ articles(first: 1, last: 1) { nodes { id } } }", "BAD_USER_INPUT", "first or last");
        refused("{ articles(after: \"x\") { nodes { id } } }", "BAD_USER_INPUT", "after is not a cursor");
        refused(
                "{ articles(after: \"cmV2aXNpb24sMQ\") { nodes { id } } }",
                "BAD_USER_INPUT",
                "after is not a cursor of this connection");
        refused("{ articles(filter: {outlets: [\"nowhere\"]}) { nodes { id } } }", "BAD_USER_INPUT", "nowhere");
        refused("{ nothing }", "GRAPHQL_VALIDATION_FAILED", "nothing");
        refused("{ articles(first: \"many\") { nodes { id } } }", "GRAPHQL_VALIDATION_FAILED", "first");
    }

    @Test
    void queriesThatAskForTooMuchAreRefused() {
        StringBuilder query = new StringBuilder("{");
        for (int i = 0; i < 700; i++) {
            query.append(" a").append(i).append(": article(id: \"x\") { id url kind }");
        }
        refused(query.append("}").toString(), "LIMIT_EXCEEDED", "complexity");
    }

    private static void refused(String query, String code, String says) {
        JsonNode error = Service.graphql(Tokens.reader(), query).at("/errors/0");
        assertThat(error.at("/extensions/code").asText()).as(error.toString()).isEqualTo(code);
        assertThat(error.get("message").asText()).contains(says);
        assertThat(error.get("extensions")).hasSize(1);
    }

    private static void walk(String arguments, String more, String edge, List<String> ids, boolean backward) {
        String query = "query($cursor: String) { articles(" + arguments + ") { nodes { id } pageInfo { " + more + " "
                + edge + " } } }";
        Map<String, @Nullable String> variables = new HashMap<>();
        JsonNode page;
        do {
            page = Service.graphql(Tokens.reader(), query, variables).at("/data/articles");
            List<String> read = new ArrayList<>();
            page.get("nodes").forEach(node -> read.add(node.get("id").asText()));
            ids.addAll(backward ? 0 : ids.size(), read);
            variables.put("cursor", page.at("/pageInfo/" + edge).asText());
        } while (page.at("/pageInfo/" + more).asBoolean());
    }

    private static List<String> idsOf(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.at("/data/articles/nodes").forEach(node -> ids.add(node.get("id").asText()));
        return ids;
    }

    /** Pages of which some share a minute, so that ids decide their order. */
    private static List<String> importPages(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String page = Pages.numbered(i)
                    .replaceFirst("\\d\\d مارس 2024 \\d\\d:\\d\\d", "0" + (1 + i / 4) + " مارس 2024 10:00");
            ids.add(Service.importPage(page).jsonPath().getString("id"));
        }
        return ids;
    }

    private static JsonNode entities(List<String> ids) {
        List<Map<String, String>> representations = ids.stream()
                .map(id -> Map.of("__typename", "Article", "id", id))
                .toList();
        return Service.graphql(Tokens.service(), ENTITIES, Map.of("representations", representations));
    }

    private long statementsFor(List<String> ids) {
        return statements(() -> {
            JsonNode answer = entities(ids).at("/data/_entities");
            List<String> answered = new ArrayList<>();
            answer.forEach(entity -> answered.add(entity.get("id").asText()));
            assertThat(answered).isEqualTo(ids);
        });
    }

    private long statements(Runnable request) {
        Statistics statistics = sessions.getStatistics();
        Service.graphql(Tokens.reader(), "{ outlets { code } }");
        long before = statistics.getPrepareStatementCount();
        request.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
