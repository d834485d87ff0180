package org.khabar.entity.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.EventSocket;
import org.khabar.entity.testing.Feed;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.Reviewer;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.testing.Tokens;

/** An id that was merged means the entity that remains, wherever ids are given and shown. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class MergeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FIRST = "نقابة الفخارين الأوائل";
    private static final String SECOND = "رابطة صناع الخزف";

    @Inject
    Database database;

    private final List<UUID> articles = new ArrayList<>();
    private String first = "";
    private String second = "";

    @BeforeEach
    void createBoth() {
        first = Newsroom.create(FIRST);
        second = Newsroom.create(SECOND);
        Newsroom.awaitAnnotated(FIRST + " و " + SECOND, List.of(first, second));
    }

    @AfterEach
    void clear() {
        Newsroom.awaitRelinked();
        articles.forEach(article -> database.execute("delete from article where id = '%s'".formatted(article)));
        database.execute("delete from entity where id in (select entity_id from entity_revision)");
    }

    @Test
    void theOldIdIsTheEntityThatRemains() {
        Newsroom.merge(first, second);

        JsonPath answer = Graphql.ask(
                """
                query($id: ID!, $all: [_Any!]!) {
                    entity(id: $id) { id names { text } aliases { text } articles { totalCount } coMentioned { edges { cursor } } }
                    _entities(representations: $all) {
                        ... on Organization { id name { text } } ... on Person { id } } }
                """,
                Map.of(
                        "id",
                        first,
                        "all",
                        List.of(representation("Organization", first), representation("Person", first))));
        assertThat(answer.getString("data.entity.id")).isEqualTo(second);
        assertThat(answer.getList("data.entity.names.text", String.class)).containsExactly(SECOND);
        assertThat(answer.getList("data.entity.aliases.text", String.class)).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(answer.getString("data._entities[0].id")).isEqualTo(second);
        assertThat(answer.getString("data._entities[0].name.text")).isEqualTo(SECOND);
        assertThat(answer.getString("data._entities[1]")).isNull();
    }

    @Test
    void whatItsRelationsWaitForIsWaitedForByTheEntityThatRemains() {
        database.execute("""
                insert into entity_relation_waiting (entity_id, kind, target, origin) values
                    ('%1$s', 'PART_OF', 'wikidata:Q7700051', 'OPERATOR'), ('%2$s', 'PART_OF', 'wikidata:Q7700051', 'OPERATOR'),
                    ('%1$s', 'PART_OF', 'wikidata:Q7700052', 'OPERATOR'), ('%1$s', 'PART_OF', 'wikidata:Q7700053', 'WIKIDATA')
                """.formatted(first, second));

        Newsroom.merge(first, second);

        assertThat(database.list(
                        "select entity_id || ' ' || target from entity_relation_waiting where entity_id in (?, ?) order by target",
                        UUID.fromString(first),
                        UUID.fromString(second)))
                .containsExactly(second + " wikidata:Q7700051", second + " wikidata:Q7700052");
    }

    @Test
    void mentionsCountsAndTheMentionFeedMoveWithIt() {
        UUID article = publish("اجتمعت %s مع %s في مصر".formatted(FIRST, SECOND));

        Newsroom.merge(first, second);
        Newsroom.awaitRelinked();

        assertThat(Newsroom.mentions(article)).contains(second + " " + FIRST, second + " " + SECOND);
        assertThat(database.list(
                        "select mention_count from article_entity where entity_id = ?", UUID.fromString(second)))
                .containsExactly("2");
        assertThat(database.list("select 1 from article_entity where entity_id = ?", UUID.fromString(first)))
                .isEmpty();
        JsonPath graph = Graphql.ask(
                "query($id: ID!) { entity(id: $id) { articles { totalCount } coMentioned { edges { articleCount } } latestMention { mentionCount } } }",
                Map.of("id", first));
        assertThat(graph.getInt("data.entity.articles.totalCount")).isEqualTo(1);
        assertThat(graph.getList("data.entity.coMentioned.edges.articleCount", Integer.class))
                .containsExactly(1);
        assertThat(graph.getInt("data.entity.latestMention.mentionCount")).isEqualTo(2);
        assertThat(fed(article)).containsOnlyOnce(second).doesNotContain(first);
    }

    /** Before the articles have been linked again, the old rows are shown as the entity that remains. */
    @Test
    void noIdThatWasMergedIsShownMeanwhile() {
        UUID article = publish("اجتمعت %s مع %s".formatted(FIRST, SECOND));
        database.execute("update entity set merged_into = '%s' where id = '%s'".formatted(second, first));

        assertThat(Newsroom.mentions(article)).containsExactly(second + " " + FIRST, second + " " + SECOND);
        assertThat(fed(article)).containsOnlyOnce(second).doesNotContain(first);

        database.execute("update entity set merged_into = null where id = '%s'".formatted(first));
    }

    @Test
    void whoWaitsForTheOldIdHearsOfTheEntityThatRemains() {
        String query =
                "subscription { entityMentioned(entityId: \"%s\") { entity { id } article { id } } }".formatted(first);
        try (EventSocket socket = EventSocket.subscribe(Tokens.reader(), query)) {
            await().atMost(PATIENCE).until(() -> {
                publish("قالت " + FIRST);
                return socket.poll(300) != null;
            });
            Newsroom.merge(first, second);
            Newsroom.awaitAnnotated(FIRST, List.of(second));
            while (socket.poll(500) != null) {
                // Events of the articles before.
            }

            UUID article = publish("قالت " + SECOND);

            assertThat(String.valueOf(socket.poll(15_000)))
                    .contains(article.toString())
                    .contains(second);
        }
    }

    @Test
    void idsStayOneStepAwayFromTheirEntityWhenItIsMergedItself() {
        String third = Newsroom.create("بيت الطين والنار");
        Newsroom.merge(first, second);

        Newsroom.merge(second, third);

        assertThat(database.list(
                        "select distinct merged_into from entity where id = any(array[cast(? as uuid), cast(? as uuid)])",
                        first,
                        second))
                .containsExactly(third);
        assertThat(id(first)).isEqualTo(third);
        assertThat(id(second)).isEqualTo(third);
    }

    @Test
    void ofTwoMergesAtOnceOneIsRefused() throws Exception {
        int firstVersion = Newsroom.version(first);
        int secondVersion = Newsroom.version(second);
        try (ExecutorService admins = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<JsonPath> one = admins.submit(() -> Newsroom.merge(first, firstVersion, second, secondVersion));
            Future<JsonPath> other = admins.submit(() -> Newsroom.merge(second, secondVersion, first, firstVersion));

            List<JsonPath> answers = List.of(one.get(), other.get());

            assertThat(answers)
                    .filteredOn(answer -> answer.getList("errors") == null)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.getList("errors") != null)
                    .extracting(answer -> answer.getString("errors[0].extensions.code"))
                    .containsExactly("CONFLICT");
        }
        assertThat(id(first)).isEqualTo(id(second)).isIn(first, second);
    }

    @Test
    void anEntityThatWasMergedIsNotEditedAnyMore() {
        int version = Newsroom.version(first);
        Newsroom.merge(first, second);

        JsonPath answer = Newsroom.merge(first, version + 1, second, Newsroom.version(second));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("CONFLICT");
        assertThat(answer.getString("errors[0].extensions.mergedInto")).isEqualTo(second);
    }

    @Test
    void onlyEntitiesOfOneTypeAreMerged() {
        JsonPath answer = Newsroom.merge(first, database.entity("cldr:territory/EG"));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.getString("errors[0].message"))
                .contains("ORGANIZATION")
                .contains("PLACE");
        assertThat(id(first)).isEqualTo(first);
    }

    @Test
    void editorsMayNotMerge() {
        JsonPath answer = Newsroom.edit(
                "mutation($id: ID!, $into: ID!) { mergeEntities(id: $id, version: 1, into: $into, intoVersion: 1) { id } }",
                Map.of("id", first, "into", second));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
    }

    @Test
    void decisionsMoveAndRelationsMove() {
        UUID article = publish("قالت " + FIRST);
        Reviewer salma = Reviewer.named("salma");
        salma.confirm(salma.mention(article, FIRST).id(), 0);
        Newsroom.revise(first, "{relations: [{kind: LOCATED_IN, entity: \"%s\"}]}".formatted(egypt()));
        Newsroom.revise(second, "{relations: [{kind: LOCATED_IN, entity: \"%s\"}]}".formatted(egypt()));

        Newsroom.merge(first, second);
        Newsroom.awaitRelinked();

        assertThat(database.list("select status || ' ' || entity_id from mention where article_id = ?", article))
                .containsExactly("CONFIRMED " + second);
        assertThat(Graphql.ask(
                                "query($id: ID!) { entity(id: $id) { relations { kind entity { id } } } }",
                                Map.of("id", first))
                        .getList("data.entity.relations.entity.id", String.class))
                .containsExactly(egypt());
    }

    private String egypt() {
        return database.entity("cldr:territory/EG");
    }

    private static String id(String asked) {
        return Graphql.ask("query($id: ID!) { entity(id: $id) { id } }", Map.of("id", asked))
                .getString("data.entity.id");
    }

    private static Map<String, String> representation(String type, String id) {
        return Map.of("__typename", type, "id", id);
    }

    /** What the mention feed says of an article now. */
    private String fed(UUID article) {
        long event =
                Long.parseLong(database.list("select max(id) from mention_feed_event where article_id = ?", article)
                        .getFirst());
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("articles", "service"))
                .queryParam("lastEventId", event - 1)
                .get("/feed/mentions")
                .jsonPath()
                .getString("find { it.subject == '%s' }.data.entities".formatted(article));
    }

    private UUID publish(String text) {
        UUID article = UUID.randomUUID();
        articles.add(article);
        Feed.awaitHandled(Feed.appendEvent(Newsroom.published(article, 1, text)));
        return article;
    }
}
