package org.khabar.article.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.PublishedArticles;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.paging.PagingConfig;
import org.khabar.article.story.AlikeArticles;
import org.khabar.article.testing.Archive;
import org.khabar.article.testing.Copies;
import org.khabar.article.testing.Copies.Copy;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Which articles are related to one, and in which order. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RelatedTest {

    private static final String DAM = "الوحدة";
    private static final String COUNTRY = "المغرب";
    private static final String MINISTRY = "وزارة الماء";

    private final Database database;
    private final Archive archive;
    private final SessionFactory sessions;
    private String article = "";

    private final RelatedRepository repository;
    private final AlikeArticles alike;
    private final PublishedArticles articles;
    private final PagingConfig paging;

    RelatedTest(
            Database database,
            Archive archive,
            SessionFactory sessions,
            RelatedRepository repository,
            AlikeArticles alike,
            PublishedArticles articles,
            PagingConfig paging) {
        this.database = database;
        this.archive = archive;
        this.sessions = sessions;
        this.repository = repository;
        this.alike = alike;
        this.articles = articles;
        this.paging = paging;
    }

    @BeforeEach
    void oneArticle() {
        database.reset();
        article = store("سد الوحدة يبلغ نصف حقينته", Archive.NOON);
        mention(article, DAM, 0.5);
        mention(article, MINISTRY, 0.3);
        mention(article, COUNTRY, 0.2);
    }

    @Test
    void rareEntityTellsMoreThanOneThatManyArticlesHave() {
        String ofTheDam = store("جولة في نواحي تاونات", Archive.NOON);
        mention(ofTheDam, DAM, 0.4);
        String ofTheCountry = store("انتخابات جزئية في دائرتين", Archive.NOON);
        mention(ofTheCountry, COUNTRY, 0.9);
        database.execute("insert into article_entity select gen_random_uuid(), '" + COUNTRY
                + "', 'PLACE', 0.5, 1 from generate_series(1, 300)");

        assertThat(related("")).containsExactly(ofTheDam);
        mention(ofTheCountry, MINISTRY, 0.1);
        assertThat(related("")).containsExactly(ofTheDam, ofTheCountry);
    }

    @Test
    void moreOfWhatItIsAboutIsMoreRelated() {
        String both = store("خبر أول", Archive.NOON);
        mention(both, DAM, 0.5);
        mention(both, MINISTRY, 0.3);
        String one = store("خبر ثان", Archive.NOON);
        mention(one, DAM, 0.5);
        String passing = store("خبر ثالث", Archive.NOON);
        mention(passing, DAM, 0.2);

        assertThat(related("")).containsExactly(both, one, passing);
        assertThat(related("first: 1")).containsExactly(both);
        assertThat(related("first: 0")).isEmpty();
    }

    @Test
    void wordsOfTheHeadlineDecideBetweenOthersAlike() {
        String other = store("شيء مختلف تماما", Archive.NOON);
        mention(other, DAM, 0.5);
        String alike = store("صور: سد الوحدة كما لم تره من قبل", Archive.NOON);
        mention(alike, DAM, 0.5);

        assertThat(related("")).containsExactly(alike, other);
    }

    @Test
    void nearInTimeComesFirst() {
        String yearBefore = store("قبل عام", Archive.NOON.minus(Duration.ofDays(365)));
        mention(yearBefore, DAM, 0.5);
        String dayAfter = store("بعد يوم", Archive.NOON.plus(Duration.ofDays(1)));
        mention(dayAfter, DAM, 0.4);

        assertThat(related("")).containsExactly(dayAfter, yearBefore);
    }

    @Test
    void copiesOfTheSameStoryAndUnpublishedArticlesAreNot() {
        List<Copy> copies = Copies.read("same-ar-dams");
        String first = archive.store(copies.get(0), Archive.NOON);
        String second = archive.store(copies.get(1), Archive.NOON);
        String draft = store("مسودة", Archive.NOON);
        List.of(first, second, draft).forEach(id -> mention(id, DAM, 0.5));
        database.execute("update article set status = 'DRAFT' where id = '" + draft + "'");

        assertThat(related(first, "")).containsExactly(article);
        assertThat(related("")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void articleWithoutEntitiesIsRelatedByItsText() {
        List<String> paragraphs = Copies.read("same-ar-strike").getFirst().paragraphs();
        String one = archive.store(new Copy("hespress", "نقابات التعليم تعلن إضرابا", paragraphs), Archive.NOON);
        List<String> others = new ArrayList<>(paragraphs.subList(0, 3));
        others.addAll(Copies.read("apart-ar-match").getFirst().paragraphs());
        String alike = archive.store(
                new Copy("hespress", "إضراب في التعليم: نقابات تصعد", others), Archive.NOON.plus(Duration.ofHours(1)));

        assertThat(related(one, "")).containsExactly(alike);
    }

    @Test
    void numberOfArticlesHasALimit() {
        refused("first: 21", "LIMIT_EXCEEDED", "first is 21; the limit is 20.");
        refused("first: -1", "BAD_USER_INPUT", "first is -1");
    }

    @Test
    void noneWantedReadsNothing() {
        mention(store("خبر", Archive.NOON), DAM, 0.5);

        assertThat(statements("{ articles { nodes { id related(first: 0) { id } } } }"))
                .isEqualTo(statements("{ articles { nodes { id } } }"));
    }

    @Test
    void numberOfArticlesThatAreAskedForAtOnceHasALimit() {
        RelatedConfig narrow = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(RelatedConfig.class)
                .withDefaultValue("khabar.related.max-articles", "1")
                .build()
                .getConfigMapping(RelatedConfig.class);
        store("خبر", Archive.NOON);
        List<ArticleNode> two = articles.list(database.list("select id from article").stream()
                .map(UUID::fromString)
                .toList());
        RelatedArchive related = new RelatedArchive(repository, alike, articles, narrow, paging);

        assertThatThrownBy(() -> related.listRelated(two, 5))
                .isInstanceOf(RequestFailure.class)
                .hasMessageContaining("of 2 articles at once; the limit is 1");
        assertThat(related.listRelated(two.subList(0, 1), 5)).hasSize(1);
    }

    @Test
    void aliasesGetTheirOwn() {
        for (int i = 0; i < 7; i++) {
            mention(store("خبر " + i, Archive.NOON), DAM, 0.5);
        }
        JsonNode answer = Service.graphql(
                Tokens.reader(),
                "{ article(id: \"" + article + "\") { few: related(first: 2) { id } usual: related { id } } }");

        assertThat(answer.at("/data/article/few")).hasSize(2);
        assertThat(answer.at("/data/article/usual")).hasSize(5);
    }

    @Test
    void listTakesAsManyStatementsAsOneArticle() {
        for (int i = 0; i < 6; i++) {
            mention(store("خبر " + i, Archive.NOON), DAM, 0.5);
        }
        String query = "{ articles(first: %d) { nodes { related { id headline } } } }";

        assertThat(statements(query.formatted(7))).isEqualTo(statements(query.formatted(1)));
    }

    /** An article whose text nobody shares: captions are too short to be alike. */
    private String store(String headline, Instant publishedAt) {
        return archive.store(new Copy("hespress", headline, List.of("نص قصير عن " + headline)), publishedAt);
    }

    private void mention(String id, String entity, double salience) {
        database.execute(
                "insert into article_entity values ('%s', '%s', 'PLACE', %s, 1)".formatted(id, entity, salience));
    }

    private List<String> related(String arguments) {
        return related(article, arguments);
    }

    private static List<String> related(String id, String arguments) {
        String field = arguments.isEmpty() ? "related" : "related(" + arguments + ")";
        JsonNode answer =
                Service.graphql(Tokens.reader(), "{ article(id: \"%s\") { %s { id } } }".formatted(id, field));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        List<String> ids = new ArrayList<>();
        answer.at("/data/article/related")
                .forEach(node -> ids.add(node.get("id").asText()));
        return ids;
    }

    private void refused(String arguments, String code, String says) {
        JsonNode error = Service.graphql(
                        Tokens.reader(), "{ article(id: \"%s\") { related(%s) { id } } }".formatted(article, arguments))
                .at("/errors/0");
        assertThat(error.at("/extensions/code").asText()).isEqualTo(code);
        assertThat(error.get("message").asText()).contains(says);
    }

    private long statements(String query) {
        Service.graphql(Tokens.reader(), "{ outlets { code } }");
        long before = sessions.getStatistics().getPrepareStatementCount();
        Service.graphql(Tokens.reader(), query);
        return sessions.getStatistics().getPrepareStatementCount() - before;
    }
}
