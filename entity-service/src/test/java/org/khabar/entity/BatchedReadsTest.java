package org.khabar.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Archive;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Feed;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.RecordedStatements;
import org.khabar.entity.testing.Reviewer;
import org.khabar.entity.testing.ServiceResource;

/** A request sends as many statements for many objects as for one. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class BatchedReadsTest {

    private static final String RESOLVE = "query($all: [_Any!]!) { _entities(representations: $all) { ";

    @Inject
    @PersistenceUnitExtension
    RecordedStatements statements;

    @Inject
    Database database;

    @BeforeEach
    void feedArticles() {
        Feed.append("articles/summit.json");
        Feed.awaitHandled(Feed.append("articles/port.json"));
    }

    @Test
    void mentionsOfManyArticles() {
        String query = RESOLVE
                + "... on Article { mentions { surface entity { name { text } aliases { text } externalIds { value } } } } } }";

        assertThat(count(query, articles(20)))
                .isEqualTo(count(query, articles(1)))
                .isLessThanOrEqualTo(5);
    }

    @Test
    void entitiesOfManyArticlesAndTheirArticles() {
        String query = RESOLVE + """
                ... on Article { entities { totalCount edges { node { description
                    articles(first: 2) { totalCount edges { node { mentions { surface } } } } } } } } } }
                """;

        assertThat(count(query, articles(20)))
                .isEqualTo(count(query, articles(2)))
                .isLessThanOrEqualTo(9);
    }

    @Test
    void manyEntities() {
        String query = RESOLVE + "... on Place { names { text } description articles { totalCount } } } }";

        assertThat(count(query, places(50))).isEqualTo(count(query, places(2))).isLessThanOrEqualTo(5);
    }

    @Test
    void rulingsOfManyArticles() {
        Archive archive = new Archive(database, "batch-test");
        Reviewer salma = Reviewer.named("salma");
        String society = Newsroom.create("جمعية الزيتونة الخضراء");
        Newsroom.awaitAnnotated("جمعية الزيتونة الخضراء", List.of(society));
        List<UUID> decided = IntStream.range(0, 4)
                .mapToObj(i -> archive.publish("قالت جمعية الزيتونة الخضراء إنها " + i))
                .toList();
        decided.forEach(
                article -> salma.confirm(salma.mentions(article).getFirst().id(), 0));
        String query = RESOLVE
                + "... on Article { mentions { ruling { version entity { id } decisions { author } } } mentionRulings { mention { surface } } } } }";
        Function<List<UUID>, Integer> count = articles -> statements
                .of(() -> salma.ask(
                        query,
                        Map.of(
                                "all",
                                articles.stream().map(BatchedReadsTest::article).toList())))
                .size();

        assertThat(count.apply(decided))
                .isEqualTo(count.apply(decided.subList(0, 1)))
                .isLessThanOrEqualTo(8);

        archive.clear();
    }

    private static Map<String, String> article(UUID id) {
        return Map.of("__typename", "Article", "id", id.toString());
    }

    @Test
    void aFieldUnderTwoNamesWithDifferentArguments() {
        String query = RESOLVE
                + "... on Place { ar: name(language: \"ar\") { text } en: name(language: \"en\") { text } } } }";

        assertThat(Graphql.ask(query, Map.of("all", List.of(place("EG")))).getString("data._entities[0].en.text"))
                .isEqualTo("Egypt");
        assertThat(Graphql.ask(query, Map.of("all", List.of(place("EG")))).getString("data._entities[0].ar.text"))
                .isEqualTo("مصر");
    }

    @Test
    void countsOnlyWhenAskedTo() {
        assertThat(statements.of(() -> Graphql.ask("{ entities(first: 5) { nodes { id } } }")))
                .noneMatch(sql -> sql.contains("count("));
    }

    private int count(String query, List<Map<String, String>> representations) {
        List<String> sent = statements.of(() -> assertThat(
                        Graphql.ask(query, Map.of("all", representations)).getList("errors"))
                .isNullOrEmpty());
        return sent.size();
    }

    private static List<Map<String, String>> articles(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Map.of("__typename", "Article", "id", "0195a000-0000-7000-8000-%012d".formatted(i)))
                .toList();
    }

    private Map<String, String> place(String territory) {
        return Map.of("__typename", "Place", "id", database.entity("cldr:territory/" + territory));
    }

    private List<Map<String, String>> places(int count) {
        return database.list("select id from entity where type = 'PLACE' order by id limit " + count).stream()
                .map(id -> Map.of("__typename", "Place", "id", id))
                .toList();
    }
}
