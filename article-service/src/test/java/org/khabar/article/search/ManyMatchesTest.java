package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.paging.PageRequest;
import org.khabar.article.search.query.QueryParser;
import org.khabar.article.search.query.SearchExpression;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Among so many articles that not all can be looked at: what is found, in which order, by which plans. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyMatchesTest {

    private static final int ARTICLES = 40_000;

    /** Word common is in every article, third in one of three and in some headlines, ninth behind it in one of nine, rare in 40. */
    private static final String INSERT = """
            insert into article_search (article_id, outlet_id, language, kind, status, published_at, vector)
            select id, outlet_id, language, kind, status, published_at, cast(concat_ws(' ', %s) as tsvector)
            from article
            """;

    private static final String LEXEMES = """
            '''common'':1', '''=common''', case when n %% 3 = 0 then '''third'':2 ''=third''' end,
            case when n %% 1000 = 7 then '''rare'':3 ''=rare''' end, case when n %% 5 = 0 then '''fifth'':4 ''=fifth''' end,
            case when n %% 9 = 0 then '''ninth'':3 ''=ninth''' end,
            case when n %% 500 = 3 then '''third'':1A ''=third'' ''+third'' ''+=third'' ''^third'' ''^=third''' end,
            '''~y' || to_char(published_at at time zone 'UTC', 'YYYY') || '''',
            '''~m' || to_char(published_at at time zone 'UTC', 'YYYY-MM') || '''',
            '''~d' || left(to_char(published_at at time zone 'UTC', 'YYYY'), 3) || '''', '''~lar''',
            case when n %% 64 = 0 then '''~s64''' end, case when n %% 512 = 0 then '''~s512''' end
            """;

    private final Database database;
    private final SearchRepository repository;
    private final VocabularyRepository vocabulary;
    private final SearchConfig config;

    ManyMatchesTest(
            Database database, SearchRepository repository, VocabularyRepository vocabulary, SearchConfig config) {
        this.config = config;
        this.database = database;
        this.repository = repository;
        this.vocabulary = vocabulary;
    }

    /** Once, and again after a test that changes them. */
    @BeforeEach
    void manyArticles() {
        if (database.count("article_search") == ARTICLES) {
            return;
        }
        database.reset();
        database.execute("""
                insert into article (id, outlet_id, headline, headline_key, language, kind, status, published_at,
                  published_at_stated, created_at, updated_at, version, content_key, sketch)
                select cast(lpad(to_hex(n), 32, '0') as uuid), outlet.id, n, n, 'ar', 'NEWS', 'PUBLISHED',
                  timestamptz '2015-01-01' + (n * 7919 %% %1$d) * interval '2 hours', true, now(), now(), 1, n, '{}'
                from generate_series(1, %1$d) as n, outlet where outlet.code = 'hespress'
                """.formatted(ARTICLES));
        database.execute(INSERT.formatted(
                LEXEMES.replace(" n ", " cast(headline as int) ").replace("%%", "%")));
        database.execute("analyze article_search");
    }

    @AfterAll
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void pagesGoOnPastTenThousandWithoutGapOrDouble() {
        List<UUID> all = readAll("common", ArticleSearchSort.RELEVANCE, 1_000, null);
        assertThat(all).hasSize(ARTICLES).doesNotHaveDuplicates();
    }

    @Test
    void pagesAreTheOrderThatTheDatabaseWouldSort() {
        List<String> expected = database.list("""
                select article_id from article_search where vector @@ '''third'''
                order by vector @@ '''^=third''' desc, published_at desc, article_id desc
                """);
        assertThat(readAll("third", ArticleSearchSort.RELEVANCE, 333, null))
                .extracting(UUID::toString)
                .isEqualTo(expected);
        assertThat(readAll("third", ArticleSearchSort.NEWEST, 333, null))
                .extracting(UUID::toString)
                .isEqualTo(database.list("select article_id from article_search where vector @@ '''third'''"
                        + " order by published_at desc, article_id desc"));
    }

    @Test
    void whatArrivesBetweenPagesNeitherHidesNorDoublesAnything() {
        for (ArticleSearchSort sort : ArticleSearchSort.values()) {
            List<UUID> before = readAll("rare", sort, 100, null);
            Runnable arrival = () -> {
                database.execute("""
                        insert into article (id, outlet_id, headline, headline_key, language, kind, status, published_at,
                          published_at_stated, created_at, updated_at, version, content_key, sketch)
                        select gen_random_uuid(), outlet_id, '1007', '', language, kind, status, at,
                          true, now(), now(), 1, 0, '{}'
                        from article, (values (now()), (timestamptz '2018-05-05'), (timestamptz '2001-01-01')) as v (at)
                        where headline = '1'
                        """);
                database.execute(INSERT.formatted(LEXEMES.replace(" n ", " cast(headline as int) ")
                                .replace("%%", "%"))
                        + " where not exists (select from article_search s where s.article_id = article.id)");
            };
            List<UUID> during = readAll("rare", sort, 3, arrival);
            assertThat(during).doesNotHaveDuplicates().containsSubsequence(before);
        }
    }

    @Test
    void countsAreExactUntilTheyAreMany() {
        PostgresSearchIndex index = index();
        MatchSample rare = index.sample(request("rare", ArticleSearchSort.RELEVANCE, 1, null));
        assertThat(rare.isEstimate()).isFalse();
        assertThat(rare.total()).isEqualTo(ARTICLES / 1000);
        MatchSample common = index.sample(request("common", ArticleSearchSort.RELEVANCE, 1, null));
        assertThat(common.isEstimate()).isTrue();
        assertThat(common.total()).isBetween(ARTICLES * 5 / 6, ARTICLES * 7 / 6);
        assertThat(common.articles().size()).isLessThan(1_000);
    }

    @Test
    void phrasesAreCountedByReadingABoundNumberOfTexts() {
        PostgresSearchIndex index = index();
        MatchSample eighth = index.sample(request("\"third ninth\"", ArticleSearchSort.RELEVANCE, 1, null));
        assertThat(eighth.factor()).isEqualTo(8);
        assertThat(eighth.total()).isBetween(ARTICLES / 9 * 5 / 6, ARTICLES / 9 * 7 / 6);
        MatchSample frequent =
                index.sample(request("\"common third\" OR common", ArticleSearchSort.RELEVANCE, 1, null));
        assertThat(frequent.factor()).isEqualTo(64);
        assertThat(frequent.total()).isBetween(ARTICLES * 5 / 6, ARTICLES * 7 / 6);
        MatchSample few = index.sample(request("\"common rare\" OR rare", ArticleSearchSort.RELEVANCE, 1, null));
        assertThat(SearchCount.of(few)).isEqualTo(new SearchCount(ARTICLES / 1000, SearchCount.Relation.EXACT));
    }

    @Test
    void anEighthOfAPhraseReadsNoTextsButItsOwn() {
        SearchConditions eighth = SearchConditions.everyEighth(
                TextQuery.words(expression("\"third ninth\"")),
                TextQuery.atLeast(expression("\"third ninth\""), Level.ANYWHERE),
                selection());
        SearchStatement statement = SearchRepository.matched(eighth, 100);
        assertIndexed(statement);
        assertThat(explain(statement))
                .anyMatch(line -> line.contains("Subquery Scan"))
                .anyMatch(line -> line.contains("Filter: CASE WHEN"))
                .noneMatch(line -> line.contains("Recheck Cond") && line.contains("<->"));
    }

    @Test
    void aHistogramWithTooManyColumnsIsRefused() {
        String answer = Service.graphql(Tokens.reader(), """
                { searchArticles(query: "fifth") { totalCount { value } facets {
                  days: histogram(interval: DAY) { count } months: histogram(interval: MONTH) { count } } } }""").toString();
        assertThat(answer).contains("\"code\":\"LIMIT_EXCEEDED\"", "the limit is 1000");
    }

    @Test
    void countsHaveALimitAndSayWhenTheyAreAtIt() {
        PostgresSearchIndex narrow = new PostgresSearchIndex(
                repository, vocabulary, config("khabar.search.max-counted", "5000"), Clock.systemUTC());
        MatchSample fifth = narrow.sample(request("fifth", ArticleSearchSort.RELEVANCE, 1, null));
        assertThat(SearchCount.of(fifth)).isEqualTo(new SearchCount(5_000, SearchCount.Relation.AT_LEAST));
        MatchSample rare = narrow.sample(request("rare", ArticleSearchSort.RELEVANCE, 1, null));
        assertThat(SearchCount.of(rare)).isEqualTo(new SearchCount(ARTICLES / 1000, SearchCount.Relation.EXACT));
    }

    @Test
    void anArchiveThatPostgresHasNotLookedAtIsNotTakenForASmallOne() {
        database.execute("update pg_class set reltuples = -1 where oid = 'article_search'::regclass");
        assertThat(index().sample(request("common", ArticleSearchSort.RELEVANCE, 1, null))
                        .isEstimate())
                .isTrue();
        database.execute("truncate article_search");
        assertThat(repository.<Boolean>read(
                        SearchDeadline.in(Duration.ofSeconds(10)),
                        session -> SearchRepository.isSmallerThan(session, 20_000)))
                .isTrue();
    }

    @Test
    void allReadingsOfARequestShareItsTime() {
        SearchDeadline deadline = SearchDeadline.in(Duration.ofMillis(600));
        SearchStatement brief = new SearchStatement("select 1 from pg_sleep(0.3)", List.of());
        SearchStatement endless = new SearchStatement("select 1 from pg_sleep(60)", List.of());
        Instant started = Instant.now();
        assertThat(repository.<List<Integer>>read(deadline, session -> session.list(brief, row -> row.getInt(1))))
                .hasSize(1);
        assertThatThrownBy(() -> repository.<List<Integer>>read(deadline, session -> {
                    session.list(brief, row -> row.getInt(1));
                    return session.list(endless, row -> row.getInt(1));
                }))
                .isInstanceOfSatisfying(
                        RequestFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT));
        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThatThrownBy(() -> index().suggest(QueryParser.parse("rare", 32), deadline))
                .isInstanceOf(RequestFailure.class);
    }

    @Test
    void aTimeThatIsOverIsSaidByTheFieldThatTookIt() {
        SearchDeadline over = SearchDeadline.in(Duration.ZERO);
        assertThatThrownBy(() -> index().search(new SearchRequest(
                        QueryParser.parse("rare", 32),
                        selection(),
                        ArticleSearchSort.NEWEST,
                        new PageRequest<>(1, false, null, null),
                        false,
                        over)))
                .isInstanceOf(RequestFailure.class)
                .hasMessage("The search takes too long; narrow it by more words or by time.");
    }

    private static SearchConfig config(String key, String value) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(SearchConfig.class)
                .withDefaultValue(key, value)
                .build()
                .getConfigMapping(SearchConfig.class);
    }

    @Test
    void everyReadingBeginsWithTheIndexOfWords() {
        for (String query : List.of("common", "rare", "third -rare", "\"common third\"", "common OR rare")) {
            for (Level level : Level.values()) {
                String text = TextQuery.of(expression(query), level);
                SearchConditions all = SearchConditions.of(text, selection(), TimeRange.ALL, null);
                assertIndexed(SearchRepository.newest(all, 21));
                SearchConditions sample = SearchConditions.of(text, selection(), TimeRange.ALL, Lexemes.sample(64));
                assertIndexed(SearchRepository.matched(sample, 100));
                String anywhere = TextQuery.atLeast(expression(query), Level.ANYWHERE);
                SearchConditions collapsed = SearchConditions.of(text, selection(), TimeRange.ALL, null)
                        .earliestOfStory(anywhere, selection());
                assertLookedUp(SearchRepository.newest(collapsed, 21));
            }
        }
    }

    private void assertIndexed(SearchStatement statement) {
        List<String> plan = explain(statement);
        assertThat(plan).anyMatch(line -> line.contains("Bitmap Index Scan on article_search_vector"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on article_search"));
    }

    /** The earlier articles of a story are looked up for each match, and never begun with. */
    private void assertLookedUp(SearchStatement statement) {
        assertIndexed(statement);
        assertThat(explain(statement))
                .anyMatch(line -> line.contains("SubPlan"))
                .anyMatch(line -> line.contains("article_search_pkey"))
                .noneMatch(line -> line.contains("Hash") || line.contains("Seq Scan on story_member"));
    }

    @Test
    void similarWordsAreFoundByTheirIndex() {
        database.execute(
                "insert into search_term select 'word' || n, 'word' || n, 5 from generate_series(1, 20000) as n");
        database.execute("analyze search_term");
        List<String> plan = explain(VocabularyRepository.similar("wrod77"));
        assertThat(plan).anyMatch(line -> line.contains("search_term_variants"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on search_term"));
        database.execute("truncate search_term");
    }

    private List<String> explain(SearchStatement statement) {
        return repository.read(
                SearchDeadline.in(Duration.ofMinutes(1)),
                session -> session.list(
                        new SearchStatement("explain " + statement.text(), statement.parameters()),
                        row -> row.getString(1)));
    }

    private List<UUID> readAll(String query, ArticleSearchSort sort, int size, @Nullable Runnable between) {
        PostgresSearchIndex index = index();
        List<UUID> ids = new ArrayList<>();
        Set<SearchPosition> starts = new HashSet<>();
        SearchPosition after = null;
        do {
            List<SearchPosition> page = index.search(request(query, sort, size, after));
            List<SearchPosition> kept = page.subList(0, Math.min(size, page.size()));
            kept.forEach(position -> ids.add(position.articleId()));
            after = page.size() > size ? kept.getLast() : null;
            if (between != null && starts.size() < 3) {
                between.run();
            }
            assertThat(after == null || starts.add(after)).isTrue();
        } while (after != null);
        return ids;
    }

    private PostgresSearchIndex index() {
        return new PostgresSearchIndex(repository, vocabulary, config, Clock.systemUTC());
    }

    private static SearchExpression expression(String query) {
        return Objects.requireNonNull(QueryParser.parse(query, 32).expression());
    }

    private static SearchRequest request(
            String query, ArticleSearchSort sort, int size, @Nullable SearchPosition after) {
        return new SearchRequest(
                QueryParser.parse(query, 32),
                selection(),
                sort,
                new PageRequest<>(size, false, after, null),
                false,
                SearchDeadline.in(Duration.ofMinutes(1)));
    }

    private static SearchSelection selection() {
        return new SearchSelection(
                EnumSet.of(ArticleStatus.PUBLISHED, ArticleStatus.CORRECTED),
                null,
                null,
                null,
                null,
                TimeRange.ALL,
                SearchSelection.Entities.NO_CONDITION);
    }
}
