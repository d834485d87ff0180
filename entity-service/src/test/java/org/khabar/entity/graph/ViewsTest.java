package org.khabar.entity.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.ServiceResource;

/** What is answered of an archive whose articles are of the year 2031, where no other test has any. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ViewsTest {

    @Inject
    Database database;

    private int articles;

    @BeforeEach
    void fillArchive() {
        articles = 0;
        article("2031-02-10T10:00:00Z", "hespress", "MA", "ES");
        article("2031-03-03T10:00:00Z", "hespress", "MA", "FR");
        article("2031-03-04T10:00:00Z", "aps", "MA", "DZ");
        article("2031-03-04T11:00:00Z", "aps", "MA", "DZ", "FR");
        article("2031-03-05T23:59:59Z", "hespress", "MA");
        for (int day = 1; day <= 28; day++) {
            article("2031-03-%02dT06:00:00Z".formatted(day), "le360", "EG");
        }
    }

    @AfterEach
    void emptyArchive() {
        database.execute("delete from article where id::text like '0195c000%'");
    }

    @Test
    void countsThoseThatAreMentionedTogetherInSomeMonths() {
        JsonPath answer = ask("MA", """
                february: coMentioned(orderBy: COUNT, from: "2031-02-01", to: "2031-02-28") {
                    edges { articleCount node { id } } }
                march: coMentioned(orderBy: COUNT, from: "2031-03-01", to: "2031-03-31") {
                    edges { articleCount node { id } } }
                """);

        assertThat(answer.getList("data.entity.february.edges.node.id", String.class))
                .containsExactly(territory("ES"));
        assertThat(answer.getList("data.entity.march.edges.articleCount", Integer.class))
                .containsExactly(2, 2);
        assertThat(answer.getList("data.entity.march.edges.node.id", String.class))
                .containsExactlyInAnyOrder(territory("DZ"), territory("FR"));
    }

    @Test
    void monthsThatEndBeforeTheyBeginAreRefused() {
        JsonPath answer = ask("MA", "coMentioned(from: \"2031-03-31\", to: \"2031-03-01\") { edges { articleCount } }");

        assertThat(answer.getString("errors[0].message"))
                .isEqualTo("to is 2031-03-01, which is before from, 2031-03-31.");
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void whoIsOnlySeenTogetherIsMoreSignificantThanWhoIsEverywhere() {
        for (int day = 10; day <= 20; day++) {
            article("2031-03-%02dT12:00:00Z".formatted(day), "aps", "FR");
        }

        JsonPath answer = ask("MA", """
                coMentioned(from: "2031-03-01", to: "2031-03-31") { edges { significance node { id } } }
                """);

        assertThat(answer.getList("data.entity.coMentioned.edges.node.id", String.class))
                .containsExactly(territory("DZ"), territory("FR"));
        assertThat(answer.getList("data.entity.coMentioned.edges.significance", Float.class))
                .isSortedAccordingTo((a, b) -> Float.compare(b, a));
    }

    @Test
    void pagesOfCoMentionsFollowEachOther() {
        String page = """
                coMentioned(orderBy: COUNT, from: "2031-02-01", to: "2031-03-31", first: 2%s) {
                    pageInfo { hasNextPage endCursor } edges { node { id } } }
                """;
        JsonPath first = ask("MA", page.formatted(""));
        String cursor = first.getString("data.entity.coMentioned.pageInfo.endCursor");
        JsonPath second = ask("MA", page.formatted(", after: \"" + cursor + "\""));

        assertThat(first.getBoolean("data.entity.coMentioned.pageInfo.hasNextPage"))
                .isTrue();
        assertThat(first.getList("data.entity.coMentioned.edges.node.id", String.class))
                .containsExactlyInAnyOrder(territory("DZ"), territory("FR"));
        assertThat(second.getList("data.entity.coMentioned.edges.node.id", String.class))
                .containsExactly(territory("ES"));
        assertThat(second.getBoolean("data.entity.coMentioned.pageInfo.hasNextPage"))
                .isFalse();
    }

    @Test
    void timelinesAreByIntervalAndOutlet() {
        JsonPath answer = ask("MA", """
                days: timeline(interval: DAY, from: "2031-03-03", to: "2031-03-06") {
                    start articleCount outlets { outlet articleCount } }
                weeks: timeline(interval: WEEK, from: "2031-03-05", to: "2031-03-05") { start articleCount mentionCount }
                ofOne: timeline(interval: MONTH, from: "2031-01-15", to: "2031-03-05", outlets: ["hespress"]) { articleCount }
                """);

        assertThat(answer.getList("data.entity.days.articleCount", Integer.class))
                .containsExactly(1, 2, 1, 0);
        assertThat(answer.getString("data.entity.days[1].outlets[0].outlet")).isEqualTo("aps");
        assertThat(answer.getString("data.entity.weeks[0].start")).isEqualTo("2031-03-03");
        assertThat(answer.getList("data.entity.weeks.articleCount", Integer.class))
                .containsExactly(4);
        assertThat(answer.getList("data.entity.ofOne.articleCount", Integer.class))
                .containsExactly(0, 1, 2);
    }

    @Test
    void aTimelineOfTooManyBucketsIsRefused() {
        JsonPath answer = ask("MA", "timeline(interval: DAY, from: \"1900-01-01\", to: \"2031-01-01\") { start }");

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.getString("errors[0].message")).contains("the limit is 1000");
    }

    @Test
    void theFirstAndTheLatestArticleAreKnown() {
        JsonPath answer = ask("DZ", """
                firstMention { publishedAt article { id } } latestMention { publishedAt mentionCount }
                """);

        assertThat(answer.getString("data.entity.latestMention.publishedAt")).isEqualTo("2031-03-04T11:00:00Z");
        assertThat(answer.getString("data.entity.firstMention.article.id")).isNotNull();
    }

    @Test
    void whatIsAlwaysThereIsNoTrendButWhatIsNewIs() {
        for (int hour = 10; hour < 14; hour++) {
            article("2031-03-28T%02d:00:00Z".formatted(hour), "aps", "TN");
        }
        JsonPath answer = Graphql.ask("""
                { trendingEntities(day: "2031-03-28", types: [PLACE]) {
                    edges { articleCount expected score node { id } } } }
                """);

        assertThat(answer.getList("data.trendingEntities.edges.node.id", String.class))
                .containsExactly(territory("TN"));
        assertThat(answer.getInt("data.trendingEntities.edges[0].articleCount")).isEqualTo(4);
        assertThat(answer.getDouble("data.trendingEntities.edges[0].score")).isEqualTo(4.0);
    }

    @Test
    void articlesOfAnEntityCanBeFilteredAndCounted() {
        JsonPath answer = ask("MA", """
                all: articles(filter: {publishedFrom: "2031-01-01T00:00:00Z"}) { totalCount }
                ofOutlet: articles(filter: {publishedFrom: "2031-01-01T00:00:00Z", outlets: ["aps"]}) {
                    totalCount edges { node { id } } }
                early: articles(filter: {publishedFrom: "2031-01-01T00:00:00Z", publishedBefore: "2031-03-01T00:00:00Z"}) {
                    totalCount }
                about: articles(filter: {publishedFrom: "2031-01-01T00:00:00Z", minSalience: 0.9}) { totalCount }
                """);

        assertThat(answer.getInt("data.entity.all.totalCount")).isEqualTo(5);
        assertThat(answer.getInt("data.entity.ofOutlet.totalCount")).isEqualTo(2);
        assertThat(answer.getList("data.entity.ofOutlet.edges")).hasSize(2);
        assertThat(answer.getInt("data.entity.early.totalCount")).isEqualTo(1);
        assertThat(answer.getInt("data.entity.about.totalCount")).isEqualTo(1);
    }

    @Test
    void aDayThatNoCalendarHasIsRefused() {
        JsonPath answer = Graphql.ask("{ trendingEntities(day: \"+999999-01-01\") { edges { score } } }");

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
    }

    private JsonPath ask(String territory, String fields) {
        return Graphql.ask(
                "query($id: ID!) { entity(id: $id) { %s } }".formatted(fields), Map.of("id", territory(territory)));
    }

    private String territory(String code) {
        return database.entity("cldr:territory/" + code);
    }

    private void article(String publishedAt, String outlet, String... territories) {
        articles++;
        String id = "0195c000-0000-7000-8000-%012d".formatted(articles);
        database.execute(
                "insert into article (id, version, language, published_at, outlet) values ('%s', 1, 'ar', '%s', '%s')"
                        .formatted(id, publishedAt, outlet));
        database.execute("""
                insert into article_entity (article_id, entity_id, published_at, outlet, mention_count, salience, paired)
                select '%s', entity_id, '%s', '%s', 1, 1.0 / %d, true from entity_key where key in (%s)
                """.formatted(
                        id,
                        publishedAt,
                        outlet,
                        territories.length,
                        String.join(
                                ",",
                                List.of(territories).stream()
                                        .map(code -> "'cldr:territory/" + code + "'")
                                        .toList())));
    }
}
