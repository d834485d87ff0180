package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.article.search.SmallArchive.ALGERIA;
import static org.khabar.article.search.SmallArchive.DAM;
import static org.khabar.article.search.SmallArchive.IRAQ;
import static org.khabar.article.search.SmallArchive.IRAQI;
import static org.khabar.article.search.SmallArchive.PORT;
import static org.khabar.article.search.SmallArchive.RAIL;
import static org.khabar.article.search.SmallArchive.error;
import static org.khabar.article.search.SmallArchive.filtered;
import static org.khabar.article.search.SmallArchive.headlines;
import static org.khabar.article.search.SmallArchive.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** What narrows a search, and what its matches are counted by. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SearchFilterTest {

    private final Database database;

    SearchFilterTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void smallArchive() {
        SmallArchive.importPages(database);
    }

    @AfterEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void filtersNarrow() {
        assertThat(headlines(search(Tokens.reader(), filtered("", Map.of("languages", List.of("fr"))))))
                .containsExactly(ALGERIA, PORT);
        assertThat(headlines(
                        search(Tokens.reader(), filtered("بغداد", Map.of("publishedBefore", "2024-03-03T00:00:00Z")))))
                .containsExactly(IRAQ);
        assertThat(headlines(
                        search(Tokens.reader(), filtered("بغداد", Map.of("publishedFrom", "2024-03-03T00:00:00Z")))))
                .containsExactly(IRAQI);
        assertThat(headlines(search(Tokens.reader(), filtered("بغداد", Map.of("outlets", List.of("le360"))))))
                .isEmpty();
        assertThat(headlines(search(Tokens.reader(), filtered("بغداد", Map.of("kinds", List.of("OPINION"))))))
                .isEmpty();
        assertThat(headlines(search(Tokens.reader(), filtered("بغداد", Map.of("kinds", List.of())))))
                .isEmpty();
        assertThat(headlines(
                        search(Tokens.reader(), filtered("بغداد", Map.of("publishedFrom", "0000-01-01T00:00:00Z")))))
                .hasSize(2);
    }

    @Test
    void entitiesNarrow() {
        names(DAM, "hoceima");
        names(IRAQ, "baghdad");
        names(IRAQ, "water");
        names(IRAQI, "baghdad");
        assertThat(entities("any", "baghdad", "hoceima")).containsExactly(IRAQI, IRAQ, DAM);
        assertThat(entities("all", "baghdad", "water")).containsExactly(IRAQ);
        assertThat(entities("none", "baghdad")).containsExactly(RAIL, ALGERIA, PORT, DAM);
    }

    private List<String> entities(String member, String... ids) {
        Map<String, Object> filter = Map.of("entities", Map.of(member, List.of(ids)));
        return headlines(search(Tokens.reader(), filtered("", filter)));
    }

    private void names(String headline, String entity) {
        database.execute("""
                insert into article_entity (article_id, entity_id, entity_type, salience, mention_count)
                select id, '%s', 'PLACE', 0.5, 1 from article where headline = '%s'
                """.formatted(entity, headline));
    }

    @Test
    void facetsCountAllMatches() {
        names(IRAQ, "baghdad");
        names(IRAQI, "baghdad");
        names(IRAQ, "water");
        JsonNode facets = Service.graphql(Tokens.reader(), """
                { searchArticles(query: "بغداد OR الحسيمة OR Tanger", first: 1) { facets { sampled
                  outlets { outlet { code } count } languages { value count } kinds { value count }
                  entities(first: 1) { entityId count } subjects { value }
                  days: histogram(interval: DAY, timeZone: "Africa/Casablanca") { start count }
                  years: histogram(interval: YEAR) { start count } } } }""").at("/data/searchArticles/facets");
        assertThat(facets.at("/sampled").asBoolean()).isFalse();
        assertThat(facets.at("/outlets").toString()).isEqualTo("[{\"outlet\":{\"code\":\"hespress\"},\"count\":4}]");
        assertThat(facets.at("/languages").toString())
                .isEqualTo("[{\"value\":\"ar\",\"count\":3},{\"value\":\"fr\",\"count\":1}]");
        assertThat(facets.at("/kinds").toString()).isEqualTo("[{\"value\":\"NEWS\",\"count\":4}]");
        assertThat(facets.at("/entities").toString()).isEqualTo("[{\"entityId\":\"baghdad\",\"count\":2}]");
        assertThat(facets.at("/subjects").size()).isZero();
        assertThat(facets.at("/days")).hasSize(4);
        assertThat(facets.at("/years").toString()).isEqualTo("[{\"start\":\"2024-01-01T00:00:00Z\",\"count\":4}]");
    }

    @Test
    void aBroaderSubjectFindsWhatIsBelowItAsInLists() {
        JsonNode imported = Service.graphql(
                Tokens.editor(),
                "mutation($input: ImportArticleInput!) { importArticle(input: $input) { status } }",
                Map.of(
                        "input",
                        Map.of(
                                "text",
                                Pages.of("معرض للفن", "07 مارس 2024 10:00", "نص عن معرض كبير للفن في المدينة القديمة."),
                                "subjects",
                                List.of("medtop:20000002"))));
        assertThat(imported.at("/errors").isMissingNode())
                .as(imported.toString())
                .isTrue();

        assertThat(headlines(search(Tokens.reader(), filtered("", Map.of("subjects", List.of("medtop:01000000"))))))
                .containsExactly("معرض للفن");
        assertThat(error(filtered("", Map.of("subjects", List.of("art"))))).contains("BAD_USER_INPUT");
    }
}
