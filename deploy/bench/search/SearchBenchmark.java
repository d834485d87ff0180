package org.khabar.article.search;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.IdentityMigration;
import org.khabar.article.paging.PageRequest;
import org.khabar.article.search.query.QueryParser;

/** Searches through the index of article-service, in this process, and the same by SQL: SearchBenchmark ARTICLES WORK. */
final class SearchBenchmark {

    private static final int RUNS = 200;
    private static final int PAGE = 20;
    private static final String PLANS = "BENCH_PLANS";
    private static final int DEEP_PAGES = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<ArticleStatus> VISIBLE = EnumSet.of(ArticleStatus.PUBLISHED, ArticleStatus.CORRECTED);
    private static final SearchSelection ALL = new SearchSelection(
            VISIBLE, null, null, null, null, TimeRange.ALL, SearchSelection.Entities.NO_CONDITION);

    /** Arabic, of five years of the fifteen. */
    private static final SearchSelection NARROW = new SearchSelection(
            VISIBLE,
            null,
            Set.of("ar"),
            null,
            null,
            new TimeRange(Instant.parse("2016-03-10T00:00:00Z"), Instant.parse("2021-07-20T00:00:00Z")),
            SearchSelection.Entities.NO_CONDITION);

    private final BareSql sql;
    private final PostgresSearchIndex index;
    private final DataSource source;
    private final Corpus corpus;
    private final int articles;
    private final Path results;

    private SearchBenchmark(DataSource source, Corpus corpus, int articles, Path results) {
        this.source = source;
        this.corpus = corpus;
        this.articles = articles;
        this.results = results;
        this.sql = new BareSql(source);
        SearchConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(SearchConfig.class)
                .build()
                .getConfigMapping(SearchConfig.class);
        index = new PostgresSearchIndex(
                new SearchRepository(source), new VocabularyRepository(source), config, Clock.systemUTC());
    }

    public static void main(String[] arguments) throws Exception {
        int articles = Integer.parseInt(arguments[0]);
        Path work = Path.of(arguments[1]);
        boolean keep = arguments.length > 2 && arguments[2].equals("--keep");
        Path data = work.resolve("search-postgres-" + articles);
        Path filled = work.resolve("search-filled-" + articles);
        boolean again = keep && Files.exists(filled);
        try (EmbeddedPostgres postgres = server(work, data).setCleanDataDirectory(!keep).start();
                Connection connection = postgres.getPostgresDatabase().getConnection()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .javaMigrations(new IdentityMigration(), new SearchMigration())
                    .load()
                    .migrate();
            Corpus corpus = new Corpus(outlets(connection), articles);
            SearchBenchmark benchmark =
                    new SearchBenchmark(single(connection), corpus, articles, work.resolve("search.jsonl"));
            if (again) {
                benchmark.note(Files.readString(filled));
            } else {
                Filling.Took took = new Filling(postgres.getPostgresDatabase(), corpus, articles).run();
                Files.writeString(filled, sizes(connection, took));
                benchmark.note(Files.readString(filled));
            }
            explainSlow(connection);
            benchmark.measureAll();
            if (!keep) {
                benchmark.measureWriting();
            }
        }
    }

    private static EmbeddedPostgres.Builder server(Path work, Path data) {
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("maintenance_work_mem", "1GB")
                .setServerConfig("autovacuum", "off");
        return System.getenv(PLANS) == null
                ? server
                : server.setServerConfig("logging_collector", "on")
                        .setServerConfig("log_directory", work.toString())
                        .setServerConfig("log_filename", "search-plans.log");
    }

    /** Always the one connection, as a pool would give it. */
    private static DataSource single(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                SearchBenchmark.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return (DataSource) Proxy.newProxyInstance(
                SearchBenchmark.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> kept);
    }

    private static List<UUID> outlets(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from outlet order by code limit 40")) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    /** With BENCH_PLANS=MILLISECONDS the plans of what takes longer are in search-plans.log. */
    private static void explainSlow(Connection connection) throws SQLException {
        String millis = System.getenv(PLANS);
        if (millis != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("load 'auto_explain'");
                statement.execute("set auto_explain.log_min_duration = " + Integer.parseInt(millis));
                statement.execute("set auto_explain.log_analyze = on; set auto_explain.log_buffers = on");
            }
        }
    }

    private static String sizes(Connection connection, Filling.Took took) throws SQLException {
        String sizes = "select %s from (select 'article_search'::regclass as t, 'article_entity'::regclass as e) as tables";
        return String.format(
                Locale.ROOT,
                "\"event\":\"filled\",\"stored\":%.1f,\"indexed\":%.1f,\"table\":%s,\"vectors\":%s,\"index\":%s,\"all\":%s",
                took.stored(),
                took.indexed(),
                one(connection, sizes.formatted("pg_relation_size(t)")),
                one(connection, sizes.formatted("pg_table_size(t) - pg_relation_size(t)")),
                one(connection, sizes.formatted("pg_relation_size('article_search_vector')")),
                one(connection, sizes.formatted("pg_total_relation_size(t) + pg_total_relation_size(e)")));
    }

    private void measureAll() throws Exception {
        measure("rare word", word(30_000, 500), ALL, "");
        measure("word in 1 of 50", word(700, 1), ALL, "");
        measure("common word", word(15, 1), ALL, "");
        measure("two common words", i -> corpus.word(15 + i) + " " + corpus.word(30 + i), ALL, "");
        measure("phrase", i -> "\"" + Corpus.PHRASE + "\"", ALL, "");
        measure("phrase of two common words", i -> "\"" + corpus.word(15 + i) + " " + corpus.word(30 + i) + "\"", ALL, "");
        measure("common word, of a rare entity", word(15, 1), of("e3000"), BareSql.ENTITY.formatted("e3000"));
        measure("common word, of a frequent entity", word(15, 1), of("e2"), BareSql.ENTITY.formatted("e2"));
        measure("common word, of an entity in 1 of 60", word(15, 1), of("e30"), BareSql.ENTITY.formatted("e30"));
        measureFacets(word(20, 1));
        measurePast();
    }

    private IntFunction<String> word(int first, int step) {
        return i -> corpus.word(first + i * step);
    }

    private static SearchSelection of(String entity) {
        return new SearchSelection(
                VISIBLE, null, null, null, null, TimeRange.ALL, new SearchSelection.Entities(Set.of(entity), Set.of(), Set.of()));
    }

    /** A page by relevance, a page by date, and the count. */
    private void measure(String name, IntFunction<String> query, SearchSelection selection, String condition)
            throws Exception {
        for (ArticleSearchSort sort : ArticleSearchSort.values()) {
            String said = name + (sort == ArticleSearchSort.NEWEST ? ", by date" : "");
            time(said, "Khabar", i -> index.search(request(query.apply(i), selection, sort)).size());
            timeSlow(said, i -> sql.page(query.apply(i), sort, condition));
        }
        time(name + ", count", "Khabar", i -> index.sample(request(query.apply(i), selection, ArticleSearchSort.RELEVANCE)).total());
        timeSlow(name + ", count", i -> sql.count(query.apply(i), condition));
    }

    private void measureFacets(IntFunction<String> query) throws Exception {
        for (ArticleSearchSort sort : ArticleSearchSort.values()) {
            String name = "filter with facets" + (sort == ArticleSearchSort.NEWEST ? ", by date" : "");
            time(name, "Khabar", i -> {
                SearchRequest request = request(query.apply(i), NARROW, sort);
                List<SearchPosition> found = index.search(request);
                MatchSample sample = index.sample(request);
                sample.counts(article -> article.outletId().toString(), 10);
                sample.counts(MatchedArticle::kind, 10);
                sample.articles().stream()
                        .map(article -> SearchInterval.MONTH.startOf(article.publishedAt(), ZoneOffset.UTC))
                        .distinct()
                        .count();
                index.countEntities(sample, 10, deadline());
                return found.size();
            });
            timeSlow(name, i -> sql.page(query.apply(i), sort, BareSql.NARROW) + sql.facets(query.apply(i)));
        }
    }

    /** The thousandth page, by turning pages until there. */
    private void measurePast() throws Exception {
        SearchPosition after = null;
        for (int page = 0; page < DEEP_PAGES; page++) {
            List<SearchPosition> found = index.search(after(after, 100));
            if (found.size() <= 100) {
                return;
            }
            after = found.get(99);
        }
        SearchPosition deep = after;
        time("common word, past 15,000 results", "Khabar", i -> index.search(after(deep, PAGE)).size());
    }

    private SearchRequest after(SearchPosition position, int size) {
        return new SearchRequest(
                QueryParser.parse(corpus.word(16), 32),
                ALL,
                ArticleSearchSort.NEWEST,
                new PageRequest<>(size, false, position, null),
                false,
                deadline());
    }

    private static SearchRequest request(String query, SearchSelection selection, ArticleSearchSort sort) {
        return new SearchRequest(
                QueryParser.parse(query, 32), selection, sort, new PageRequest<>(PAGE, false, null, null), false, deadline());
    }

    /** Longer than the service's, so that what takes too long is measured as well. */
    private static SearchDeadline deadline() {
        return SearchDeadline.in(PATIENCE);
    }

    /** Further articles through the index as imports write them, twenty in a transaction, with their words for suggestions. */
    private void measureWriting() throws Exception {
        int more = 2_000;
        int batch = 20;
        List<SearchDocument> documents =
                IntStream.range(articles, articles + more).mapToObj(corpus::article).toList();
        long started = System.nanoTime();
        for (int from = 0; from < more; from += batch) {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                index.index(documents.subList(from, from + batch));
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
        note("\"event\":\"written\",\"perSecond\":%d".formatted(more * 1_000_000_000L / (System.nanoTime() - started)));
    }

    private void time(String name, String who, Timings.Timed timed) throws Exception {
        note(Timings.of(timed, RUNS, true).json(name, who));
    }

    private void timeSlow(String name, Timings.Timed timed) throws Exception {
        note(Timings.of(timed, Timings.QUERIES, false).json(name, "bare SQL"));
    }

    private void note(String fields) throws Exception {
        String line = "{\"articles\":" + articles + "," + fields + "}\n";
        System.err.print(line);
        Files.writeString(results, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
