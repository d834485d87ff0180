package org.khabar.entity.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Feed;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.Reviewer;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class EditingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NAME = "مرصد طيور البحيرة";

    @Inject
    Database database;

    private final List<UUID> articles = new ArrayList<>();
    private String id = "";

    @BeforeEach
    void create() {
        id = Newsroom.create(NAME);
    }

    @AfterEach
    void clear() {
        Newsroom.awaitRelinked();
        articles.forEach(article -> database.execute("delete from article where id = '%s'".formatted(article)));
        database.execute("delete from entity where id in (select entity_id from entity_revision)"
                + " and not exists (select 1 from entity_key where entity_id = entity.id)");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    "createEntity(input: {type: PLACE, names: [{language: ""ar"", text: ""س""}]})"
                    "reviseEntity(id: ""ID"", version: 1, input: {country: ""MA""})"
                    "mergeEntities(id: ""ID"", version: 1, into: ""ID"", intoVersion: 1)"
                    "splitEntity(id: ""ID"", version: 1, input: {names: [{language: ""ar"", text: ""س""}]})"
                    "hideEntity(id: ""ID"", version: 1)"
                    "unhideEntity(id: ""ID"", version: 1)"
                    """)
    void nobodyButEditorsEdits(String mutation) {
        for (String role : new String[] {"reader", "moderator", "partner", "service"}) {
            JsonPath answer = Graphql.askAs(
                    Tokens.of("someone", role),
                    "mutation { %s { id } }".formatted(mutation.replace("ID", id)),
                    Map.of());

            assertThat(answer.getString("errors[0].extensions.code")).as(role).isEqualTo("FORBIDDEN");
        }
        assertThat(Newsroom.version(id)).isEqualTo(1);
    }

    @Test
    void anotherVersionIsAConflict() {
        Newsroom.revise(id, "{country: \"MA\"}");

        JsonPath answer = Newsroom.edit(
                "mutation($id: ID!) { reviseEntity(id: $id, version: 1, input: {country: \"DZ\"}) { id } }",
                Map.of("id", id));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("CONFLICT");
        assertThat(answer.getInt("errors[0].extensions.currentVersion")).isEqualTo(2);
        assertThat(database.list("select country from entity where id = ?", UUID.fromString(id)))
                .containsExactly("MA");
    }

    @Test
    void aRevisionThatChangesNothingWritesNothing() {
        assertThat(Newsroom.revise(id, "{names: [{language: \"ar\", text: \" %s \"}]}".formatted(NAME))
                        .getInt("data.reviseEntity.version"))
                .isEqualTo(1);
    }

    @Test
    void anEarlierNameStaysAsAnAlias() {
        Newsroom.revise(
                id,
                "{names: [{language: \"ar\", text: \"مرصد البحيرة\"}, {language: \"fr\", text: \"Observatoire du Lac\"}]}");

        JsonPath entity = Graphql.ask(
                "query($id: ID!) { entity(id: $id) { names { text } aliases { text type } } }", Map.of("id", id));
        assertThat(entity.getList("data.entity.names.text", String.class))
                .containsExactly("مرصد البحيرة", "Observatoire du Lac");
        assertThat(entity.getList("data.entity.aliases.text", String.class))
                .containsExactlyInAnyOrder(NAME, "مرصد البحيرة", "Observatoire du Lac");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {names: []}                                                             | names is empty
                    {names: [{language: "ar", text: " "}]}                                  | names[0].text is empty
                    {names: [{language: "ar", text: "—"}]}                                  | names[0].text has no letter or digit
                    {names: [{language: "??", text: "س"}]}                                  | names[0].language is "??"
                    {names: [{language: "ar", text: "س"}, {language: "AR", text: "ص"}]}     | names has two texts in the language ar
                    {names: [{language: "ar", text: "س\\nص"}]}                              | names[0].text has a line break
                    {country: "Morocco"}                                                    | country is "Morocco"
                    {externalIds: [{scheme: "wikidata", value: "79"}]}                      | externalIds[0].value is "79", which is no id of wikidata
                    {externalIds: [{scheme: "twitter", value: "79"}]}                       | externalIds[0].scheme is "twitter"
                    {externalIds: [{scheme: "isni", value: "0000000121032684"}]}            | which is no id of isni
                    {relations: [{kind: HOLDS_OFFICE, entity: "EGYPT"}]}                    | relations[0].title is missing
                    {relations: [{kind: LOCATED_IN, entity: "EGYPT", title: "س"}]}          | relations[0].title is given
                    {relations: [{kind: CITIZEN_OF, entity: "EGYPT"}]}                      | from ORGANIZATION to PLACE, which cannot be
                    {relations: [{kind: PART_OF, entity: "SELF"}]}                          | to the entity itself
                    {relations: [{kind: LOCATED_IN, entity: "EGYPT", from: "2020-01-02", until: "2020-01-01"}]} | until is 2020-01-01, which is before from
                    {relations: [{kind: LOCATED_IN, entity: "EGYPT"}, {kind: LOCATED_IN, entity: "EGYPT"}]}     | relations[1] is there twice
                    """)
    void whatCannotBeIsRefusedByName(String input, String problem) {
        JsonPath answer = Newsroom.revise(
                id, input.replace("EGYPT", database.entity("cldr:territory/EG")).replace("SELF", id));

        assertThat(answer.getString("errors[0].message")).contains(problem);
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
        assertThat(Newsroom.version(id)).isEqualTo(1);
    }

    @Test
    void anIsniWithItsCheckDigitIsTaken() {
        assertThat(Newsroom.revise(id, "{externalIds: [{scheme: \"isni\", value: \"0000000121032683\"}]}")
                        .getInt("data.reviseEntity.version"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"names", "descriptions"})
    void textsThatAreTooLongAreRefused(String field) {
        JsonPath answer =
                Newsroom.revise(id, "{%s: [{language: \"ar\", text: \"%s\"}]}".formatted(field, "س".repeat(1001)));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.getString("errors[0].message"))
                .startsWith(field + "[0].text has 1001 characters; the limit is");
    }

    @Test
    void tooManyAliasesAreRefused() {
        String aliases = IntStream.rangeClosed(0, 500)
                .mapToObj("{language: \"en\", text: \"a%d\"}"::formatted)
                .collect(Collectors.joining(" "));

        JsonPath answer = Newsroom.revise(id, "{aliases: [%s]}".formatted(aliases));

        assertThat(answer.getString("errors[0].message")).isEqualTo("aliases has 501 items; the limit is 500.");
    }

    @Test
    void twoEntitiesDoNotHaveOneExternalId() {
        String other = Newsroom.create("مرصد النجوم البعيدة");
        Newsroom.revise(id, "{externalIds: [{scheme: \"wikidata\", value: \"Q999999999\"}]}");

        JsonPath answer = Newsroom.revise(other, "{externalIds: [{scheme: \"wikidata\", value: \"Q999999999\"}]}");

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("CONFLICT");
        assertThat(answer.getString("errors[0].extensions.entity")).isEqualTo(id);
    }

    @Test
    void aNewAliasIsFoundInTextsWithoutARestart() {
        Newsroom.revise(id, "{aliases: [{language: \"ar\", text: \"عين البجعة\", type: EPITHET}]}");

        Newsroom.awaitAnnotated("زار عين البجعة", List.of(id));
    }

    @Test
    void whatIsHiddenDoesNotExistForReadersAndIsNotMentioned() {
        Newsroom.awaitAnnotated(NAME, List.of(id));
        UUID article = publish("زار " + NAME + " في مصر");
        assertThat(Newsroom.mentions(article)).hasSize(2);

        Newsroom.hide(id, true);

        String query = """
                query($id: ID!, $search: String!, $all: [_Any!]!) { entity(id: $id) { hidden }
                    entities(search: $search) { totalCount }
                    _entities(representations: $all) { ... on Organization { name { text } } } }
                """;
        Map<String, Object> variables =
                Map.of("id", id, "search", NAME, "all", List.of(Map.of("__typename", "Organization", "id", id)));
        JsonPath reader = Graphql.ask(query, variables);
        assertThat(reader.getString("data.entity")).isNull();
        assertThat(reader.getString("data._entities[0]")).isNull();
        assertThat(reader.getInt("data.entities.totalCount")).isZero();
        assertThat(Newsroom.edit(query, variables).getBoolean("data.entity.hidden"))
                .isTrue();
        assertThat(Newsroom.mentions(article)).hasSize(1);
        Newsroom.awaitRelinked();
        assertThat(database.list("select count(*) from article_entity where article_id = ?", article))
                .containsExactly("1");

        Newsroom.hide(id, false);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Newsroom.mentions(article)).hasSize(2));
        assertThat(Graphql.ask(query, variables).getBoolean("data.entity.hidden"))
                .isFalse();
    }

    @Test
    void decisionsOutliveAnEntitysAbsence() {
        Newsroom.awaitAnnotated(NAME, List.of(id));
        UUID article = publish("زار " + NAME);
        Reviewer salma = Reviewer.named("salma");
        salma.confirm(salma.mention(article, NAME).id(), 0);

        Newsroom.hide(id, true);
        Newsroom.awaitRelinked();
        assertThat(Newsroom.mentions(article)).isEmpty();
        assertThat(database.list("select 1 from article_entity where article_id = ?", article))
                .isEmpty();
        Newsroom.hide(id, false);
        Newsroom.awaitRelinked();

        assertThat(database.list("select status from mention where article_id = ?", article))
                .containsExactly("CONFIRMED");
        assertThat(database.list("select mention_count from article_entity where article_id = ?", article))
                .containsExactly("1");
    }

    @Test
    void aSplitTakesTheAliasesAndMentionsThatItNames() {
        Newsroom.revise(
                id,
                "{aliases: [{language: \"ar\", text: \"مرصد الضفة\"}, {language: \"ar\", text: \"المرصد القديم\"}]}");
        Newsroom.awaitAnnotated("مرصد الضفة", List.of(id));
        Newsroom.awaitAnnotated("المرصد القديم", List.of(id));
        UUID article = publish("زار مرصد الضفة ثم المرصد القديم ثم المرصد القديم");
        int start = "زار مرصد الضفة ثم ".length();

        JsonPath answer = Newsroom.edit(
                """
                mutation($id: ID!, $version: Int!, $article: ID!, $start: Int!) {
                    splitEntity(id: $id, version: $version, input: {
                        names: [{language: "ar", text: "مرصد الضفة الشرقية"}], aliases: [{language: "ar", text: "مرصد الضفة"}]
                        mentions: [{article: $article, block: 0, start: $start}] }) { id aliases { text } } }
                """, Map.of("id", id, "version", Newsroom.version(id), "article", article.toString(), "start", start));

        String part = answer.getString("data.splitEntity.id");
        assertThat(answer.getList("data.splitEntity.aliases.text", String.class))
                .containsExactlyInAnyOrder("مرصد الضفة", "مرصد الضفة الشرقية");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Newsroom.mentions(article))
                        .containsExactly(part + " مرصد الضفة", part + " المرصد القديم", id + " المرصد القديم"));
        assertThat(database.list(
                        "select status from mention where article_id = ? and start_offset = ?", article, start))
                .containsExactly("CONFIRMED");
        assertThat(database.list("""
                        select decision.kind || ' ' || decision.author from mention_decision decision
                        join mention_ruling ruling on ruling.id = decision.ruling_id where ruling.article_id = ?
                        """, article)).containsExactly("REASSIGNED salma");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    aliases: [{language: "ar", text: "ليس له"}]                                              | which is no alias of the entity
                    aliases: [{language: "ar", text: "مرصد طيور البحيرة"}]                                   | which is the entity's name
                    mentions: [{article: "01900000-0000-7000-8000-000000000000", block: 0, start: 0}]        | There is no mention of the entity in block 0
                    """)
    void aSplitTakesNothingThatIsNotThere(String input, String problem) {
        JsonPath answer = Newsroom.edit(
                "mutation($id: ID!) { splitEntity(id: $id, version: 1, input: {names: [{language: \"ar\", text: \"جزء\"}], %s}) { id } }"
                        .formatted(input),
                Map.of("id", id));

        assertThat(answer.getString("errors[0].message")).contains(problem);
        assertThat(Newsroom.version(id)).isEqualTo(1);
        assertThat(database.list("select 1 from entity_name where text = 'جزء'"))
                .isEmpty();
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        for (String unknown : new String[] {"01900000-0000-7000-8000-000000000000", "not an id"}) {
            JsonPath answer = Newsroom.edit(
                    "mutation($id: ID!) { hideEntity(id: $id, version: 1) { id } }", Map.of("id", unknown));

            assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void theHistoryIsForEditorsAndItsPagesFollowEachOther() {
        Newsroom.revise(id, "{country: \"MA\"}");
        Newsroom.revise(id, "{country: \"DZ\"}");
        String query =
                "query($id: ID!, $after: String) { entity(id: $id) { version history(first: 2, after: $after) { edges { node { version kind author changes { field added } } } pageInfo { hasNextPage endCursor } } } }";

        JsonPath newest = Newsroom.edit(query, Map.of("id", id));
        String cursor = newest.getString("data.entity.history.pageInfo.endCursor");
        JsonPath oldest = Newsroom.edit(query, Map.of("id", id, "after", cursor));
        JsonPath reader = Graphql.ask(query, Map.of("id", id));

        assertThat(newest.getList("data.entity.history.edges.node.version", Integer.class))
                .containsExactly(3, 2);
        assertThat(newest.getString("data.entity.history.edges[0].node.changes[0].added[0]"))
                .isEqualTo("DZ");
        assertThat(newest.getString("data.entity.history.edges[0].node.author")).isEqualTo("salma");
        assertThat(oldest.getList("data.entity.history.edges.node.kind", String.class))
                .containsExactly("CREATED");
        assertThat(reader.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        assertThat(reader.getInt("data.entity.version")).isEqualTo(3);
        assertThat(reader.getString("data.entity.history")).isNull();
    }

    private UUID publish(String text) {
        UUID article = UUID.randomUUID();
        articles.add(article);
        Feed.awaitHandled(Feed.appendEvent(Newsroom.published(article, 1, text)));
        return article;
    }
}
