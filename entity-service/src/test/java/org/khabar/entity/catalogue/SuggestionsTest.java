package org.khabar.entity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.text.SearchKey;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class SuggestionsTest {

    @Inject
    Database database;

    @ParameterizedTest
    @CsvSource({
        "boehler,blr",
        "bohler,blr",
        "بوهلر,blr",
        "بيلر,blr",
        "macron,mkrn",
        "ماكرون,mkrn",
        "putin,btn",
        "poutine,btn",
        "بوتين,btn",
        "bouteflika,btflk",
        "بوتفليقه,btflk",
        "mohammed,mmd",
        "mohamed,mmd",
        "محمد,mmd",
        "chahed,Xd",
        "shahid,Xd",
        "الشاهد,Xd",
        "khaled,kld",
        "خالد,kld"
    })
    void oneNameHasOneSound(String key, String sound) {
        assertThat(database.list("select sound_of(?)", key)).containsExactly(sound);
    }

    @Test
    void articlesAndVowelsHaveNoSound() {
        assertThat(database.list("select cast(sounds_of('al ال اي السيسي') as text)"))
                .containsExactly("{ss}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mac", "macron", "ماكر", "Emmanuel Mac", "makron", "ماكرونن", "Emanuel Makron"})
    void whoIsTypedInAnyScriptAndSpellingIsSuggested(String typed) {
        assertThat(suggested(typed)).contains("Emmanuel Macron");
    }

    @Test
    void whatIsTypedInFullComesFirst() {
        assertThat(suggested("مصر").getFirst()).isEqualTo("Egypt");
        assertThat(suggested("egypt").getFirst()).isEqualTo("Egypt");
    }

    @Test
    void typesAndTheNumberAreAsWanted() {
        JsonPath answer =
                Graphql.ask("{ suggestEntities(prefix: \"ma\", first: 3, types: [PLACE]) { entity { __typename } } }");

        assertThat(answer.getList("data.suggestEntities.entity.__typename", String.class))
                .containsExactly("Place", "Place", "Place");
    }

    /** However many others have the name, which are looked at before it. */
    @Test
    void theOnlyOneOfItsTypeIsFound() {
        create("PERSON", "سعيد الزقزوقاني", 2_001);
        create("EVENT", "معركة الزقزوقاني", 1);
        try {
            JsonPath answer = Graphql.ask("{ suggestEntities(prefix: \"الزقزوقاني\", types: [EVENT]) { name } }");

            assertThat(answer.getList("data.suggestEntities.name", String.class))
                    .containsExactly("معركة الزقزوقاني 1");
        } finally {
            database.execute(
                    "delete from entity where id in (select entity_id from entity_key where key like 'test:zq%')");
        }
    }

    private void create(String type, String name, int count) {
        database.execute("""
                with made as (insert into entity (id, type) select gen_random_uuid(), '%1$s' from generate_series(1, %3$d)
                    returning id),
                numbered as (select id, row_number() over () as number from made),
                key as (insert into entity_key (key, entity_id) select 'test:zq%1$s' || number, id from numbered),
                name as (insert into entity_name (entity_id, language, text) select id, 'ar', '%2$s ' || number from numbered)
                insert into entity_alias (entity_id, language, type, text, search_key)
                select id, 'ar', 'NAME', '%2$s ' || number, '%4$s ' || number from numbered
                """.formatted(type, name, count, SearchKey.of(name)));
    }

    @ParameterizedTest
    @CsvSource({"Guterrez,António Guterres", "Emmanuel Macrom,Emmanuel Macron", "Emanel Macrob,Emmanuel Macron"})
    void aWrongLetterIsForgiven(String typed, String name) {
        assertThat(suggested(typed)).contains(name);
    }

    @Test
    void anEpithetIsNoSuggestion() {
        assertThat(suggested("الكيان الصهيوني")).doesNotContain("Israel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "—", "%", "_"})
    void whatHoldsNoLetterSuggestsNothing(String typed) {
        assertThat(suggested(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'first: 51'    | LIMIT_EXCEEDED
                    'first: -1'    | BAD_USER_INPUT
                    """)
    void numbersBeyondTheBoundsAreRefused(String argument, String code) {
        assertThat(Graphql.ask("{ suggestEntities(prefix: \"ma\", %s) { name } }".formatted(argument))
                        .getString("errors[0].extensions.code"))
                .isEqualTo(code);
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(Graphql.ask(
                                "query($typed: String!) { suggestEntities(prefix: $typed) { name } }",
                                Map.of("typed", "س".repeat(201)))
                        .getString("errors[0].message"))
                .isEqualTo("prefix has 201 characters; the limit is 200.");
    }

    private static List<String> suggested(String typed) {
        return Graphql.ask(
                        "query($typed: String!) { suggestEntities(prefix: $typed) { entity { name(language: \"en\") { text } } } }",
                        Map.of("typed", typed))
                .getList("data.suggestEntities.entity.name.text", String.class);
    }
}
