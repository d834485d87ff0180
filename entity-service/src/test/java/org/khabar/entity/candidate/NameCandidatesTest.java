package org.khabar.entity.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.testing.Tokens;

/** Names that the catalogue lacks, from the articles to whoever looks after the catalogue. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class NameCandidatesTest {

    private static final String QUERY = """
            query($types: [EntityType!], $first: Int, $after: String) {
              nameCandidates(types: $types, first: $first, after: $after) {
                edges { cursor node { name type articleCount mentionCount contexts { article block start end text } } }
                pageInfo { hasNextPage }
              }
            }""";

    @Inject
    SeenNames names;

    @Inject
    Database database;

    @AfterEach
    void emptyArchive() {
        database.execute("delete from article where id::text like '0195e000%'");
        database.execute("delete from name_candidate where article_count = 0");
    }

    @Test
    void comeInTheOrderOfTheirArticlesWithWhereTheyStand() {
        for (int number = 1; number <= 5; number++) {
            store(number, "قال سامر الزيتوني إن جامعة تونس للفنون فتحت", "سامر الزيتوني", "جامعة تونس للفنون");
        }
        store(6, "وغادر سامر الزيتوني", "سامر الزيتوني");

        JsonPath answer = ask(Map.of("types", List.of("PERSON", "ORGANIZATION"), "first", 1));

        assertThat(answer.getString("data.nameCandidates.edges[0].node.name")).isEqualTo("سامر الزيتوني");
        assertThat(answer.getInt("data.nameCandidates.edges[0].node.articleCount"))
                .isEqualTo(6);
        assertThat(answer.<String>getList("data.nameCandidates.edges[0].node.contexts.article"))
                .containsExactly(
                        article(6).toString(), article(5).toString(), article(4).toString());
        assertThat(answer.getString("data.nameCandidates.edges[0].node.contexts[0].text"))
                .isEqualTo("وغادر سامر الزيتوني");
        assertThat(answer.getBoolean("data.nameCandidates.pageInfo.hasNextPage"))
                .isTrue();

        JsonPath next = ask(Map.of("first", 1, "after", answer.getString("data.nameCandidates.edges[0].cursor")));
        assertThat(next.getString("data.nameCandidates.edges[0].node.name")).isEqualTo("جامعة تونس للفنون");
    }

    @Test
    void goWithTheirArticle() {
        store(1, "قال سامر الزيتوني ذلك", "سامر الزيتوني");
        store(1, "قالت رانية الزيتوني ذلك", "رانية الزيتوني");

        assertThat(candidates()).containsExactly("رانية الزيتوني");

        database.execute("delete from article where id = '%s'".formatted(article(1)));
        assertThat(candidates()).isEmpty();
    }

    @Test
    void areNoMoreThanTheLimitOfOneArticle() {
        String[] many =
                IntStream.range(0, 6).mapToObj(i -> "محمد الزيتوني " + i).toArray(String[]::new);
        store(1, String.join(" ثم ", many), many);

        assertThat(candidates()).hasSize(4);
    }

    @Test
    void ofWhichNoWordIsKnownAreListedOnceSeveralArticlesHaveThem() {
        store(1, "قال صفوان الزيتوني ذلك", SeenName::unsure, "صفوان الزيتوني");
        store(2, "قال صفوان الزيتوني ذلك", SeenName::unsure, "صفوان الزيتوني");
        assertThat(candidates()).isEmpty();

        store(3, "قال صفوان الزيتوني ذلك", SeenName::unsure, "صفوان الزيتوني");
        assertThat(candidates()).containsExactly("صفوان الزيتوني");

        database.execute("delete from article where id = '%s'".formatted(article(2)));
        assertThat(candidates()).isEmpty();

        store(1, "قال محمد صفوان الزيتوني ذلك", "صفوان الزيتوني");
        assertThat(candidates()).containsExactly("صفوان الزيتوني");
    }

    @Test
    void thatAreSureAreStoredBeforeOthers() {
        String[] many =
                IntStream.range(0, 6).mapToObj(i -> "محمد الزيتوني " + i).toArray(String[]::new);
        String text = String.join(" ثم ", many);
        store(1, text, name -> name.surface().endsWith("5") ? name : name.unsure(), many);

        assertThat(candidates()).containsExactly("محمد الزيتوني 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "partner", "service"})
    void areForThoseWhoLookAfterTheCatalogue(String role) {
        assertThat(Graphql.askAs(Tokens.of("someone", role), QUERY, Map.of()).getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void aCursorOfAnotherConnectionIsRefused() {
        assertThat(ask(Map.of("after", "bm9uc2Vuc2U")).getString("errors[0].extensions.code"))
                .isEqualTo("BAD_USER_INPUT");
    }

    private void store(int number, String text, String... surfaces) {
        store(number, text, name -> name, surfaces);
    }

    private void store(int number, String text, UnaryOperator<SeenName> kind, String... surfaces) {
        database.execute("""
                insert into article (id, version, language, published_at) values ('%s', 1, 'ar', '2033-01-01T00:00:00Z')
                on conflict do nothing""".formatted(article(number)));
        List<SeenName> seen = List.of(surfaces).stream()
                .map(surface -> {
                    int start = text.indexOf(surface);
                    EntityType type = surface.startsWith("جامعة") ? EntityType.ORGANIZATION : EntityType.PERSON;
                    return kind.apply(SeenName.in(text, 0, start, start + surface.length(), type));
                })
                .toList();
        QuarkusTransaction.requiringNew().run(() -> names.replace(article(number), seen));
    }

    private static UUID article(int number) {
        return UUID.fromString("0195e000-0000-7000-8000-%012d".formatted(number));
    }

    /** The names of this test's articles that any article has. */
    private static List<String> candidates() {
        return ask(Map.of("first", 100)).<String>getList("data.nameCandidates.edges.node.name").stream()
                .filter(name -> name.contains("الزيتوني"))
                .toList();
    }

    private static JsonPath ask(Map<String, Object> variables) {
        return Graphql.askAs(Tokens.of("someone", "moderator"), QUERY, variables);
    }
}
