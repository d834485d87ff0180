package org.khabar.article.search;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.khabar.article.article.TextBlock;
import org.khabar.article.paging.PageRequest;
import org.khabar.article.search.query.QueryParser;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Searches through the index of article-service, in this process, and the same by SQL: SearchBenchmark ARTICLES RESULTS. */
final class SearchBenchmark {

    private static final int CHUNK = 5_000;
    private static final int QUERIES = 40;
    private static final int PAGE = 20;
    private static final Instant FROM = Instant.parse("2016-03-10T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2021-07-20T00:00:00Z");

    private static final String NAIVE = """
            select article_id from article_search where vector @@ cast(? as tsquery) and status in ('PUBLISHED', 'CORRECTED')
            order by ts_rank(vector, cast(? as tsquery)) desc, published_at desc limit 21
            """;
    private static final String NAIVE_FACETS = """
            with matched as materialized (
              select article_id, outlet_id, language, kind, published_at from article_search
              where vector @@ cast(? as tsquery) and status in ('PUBLISHED', 'CORRECTED') and language = 'ar'
                and published_at >= '2016-03-10' and published_at < '2021-07-20')
            select count(*) from matched union all
            (select count(*) from matched group by outlet_id) union all
            (select count(*) from matched group by kind) union all
            (select count(*) from matched group by date_trunc('month', published_at)) union all
            (select count(*) from matched m join article_entity e using (article_id) group by entity_id order by 1 desc limit 10)
            """;

    private final DataSource source;
    private final PostgresSearchIndex index;
    private final Corpus corpus;
    private final int articles;
    private final Path results;

    private SearchBenchmark(DataSource source, Corpus corpus, int articles, Path results) {
        this.source = source;
        this.corpus = corpus;
        this.articles = articles;
        this.results = results;
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
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "8GB")
                        .setServerConfig("maintenance_work_mem", "1GB")
                        .setServerConfig("autovacuum", "off")
                        .start();
                Connection connection = postgres.getPostgresDatabase().getConnection()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .javaMigrations(new IdentityMigration(), new SearchMigration())
                    .load()
                    .migrate();
            Corpus corpus = new Corpus(outlets(connection), articles);
            SearchBenchmark benchmark =
                    new SearchBenchmark(single(connection), corpus, articles, Path.of(arguments[1]));
            benchmark.fill(connection);
            benchmark.measureAll();
            benchmark.measureWriting();
        }
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

    private void fill(Connection connection) throws Exception {
        long started = System.nanoTime();
        execute(connection, "drop index article_search_vector");
        execute(connection, "alter table article_search drop constraint article_search_article_id_fkey");
        execute(connection, "alter table article_search set unlogged");
        execute(connection, "alter table article_entity disable trigger mention_dated");
        for (int from = 0; from < articles; from += CHUNK) {
            List<SearchDocument> chunk = IntStream.range(from, Math.min(articles, from + CHUNK))
                    .parallel()
                    .mapToObj(corpus::article)
                    .toList();
            List<String> rows = chunk.parallelStream().map(SearchBenchmark::row).toList();
            copy(connection, "article_search", rows);
            copy(connection, "article_entity (article_id, entity_id, entity_type, salience, mention_count)", entities(chunk));
            if (from % 100_000 == 0) {
                System.err.printf("%,d articles in %d s%n", from + CHUNK, seconds(started));
            }
        }
        long stored = seconds(started);
        execute(connection, """
                create index article_search_vector on article_search using gin (vector)
                with (fastupdate = on, gin_pending_list_limit = 1024)""");
        execute(connection, "vacuum analyze article_search");
        execute(connection, "vacuum analyze article_entity");
        note("\"event\":\"filled\",\"stored\":%d,\"indexed\":%d,\"table\":%s,\"vectors\":%s,\"index\":%s"
                .formatted(
                        stored,
                        seconds(started) - stored,
                        one(connection, "select pg_relation_size('article_search')"),
                        one(connection, "select pg_table_size('article_search') - pg_relation_size('article_search')"),
                        one(connection, "select pg_relation_size('article_search_vector')")));
    }

    private static long seconds(long started) {
        return (System.nanoTime() - started) / 1_000_000_000;
    }

    private static String row(SearchDocument document) {
        String vector = SearchVector.of(document).vector();
        return String.join(
                "\t",
                document.articleId().toString(),
                document.outletId().toString(),
                document.language(),
                document.kind().name(),
                document.status().name(),
                document.publishedAt().toString(),
                "{}",
                vector.replace("\\", "\\\\"));
    }

    private static List<String> entities(List<SearchDocument> chunk) {
        List<String> rows = new ArrayList<>();
        for (SearchDocument document : chunk) {
            java.util.SplittableRandom random = new java.util.SplittableRandom(document.articleId().getMostSignificantBits());
            random.ints(5).map(number -> (int) Math.pow(20_000, (number >>> 1) / (double) Integer.MAX_VALUE)).distinct()
                    .forEach(entity -> rows.add(document.articleId() + "\te" + entity + "\tPERSON\t0.5\t1"));
        }
        return rows;
    }

    private static void copy(Connection connection, String table, List<String> rows) throws Exception {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        copy.copyIn("copy " + table + " from stdin", new StringReader(String.join("\n", rows) + "\n"));
    }

    private void measureAll() throws Exception {
        measureWord("rare word", rank -> 30_000 + rank * 500);
        measureWord("word in 1 of 50", rank -> 700 + rank);
        measureWord("common word", rank -> 15 + rank);
        measure("two common words", i -> corpus.word(15 + i) + " " + corpus.word(30 + i), SearchSelections.ALL);
        measureNaive("two common words", NAIVE, i -> "'" + stem(15 + i) + "' & '" + stem(30 + i) + "'", 2);
        measure("phrase", i -> "\"" + Corpus.PHRASE + "\"", SearchSelections.ALL);
        measureNaive("phrase", NAIVE, i -> TextQuery.atLeast(QueryParser.parse("\"" + Corpus.PHRASE + "\"", 32).expression(), Level.ANYWHERE), 2);
        measureFacets();
        measurePast();
    }

    private void measureWord(String name, IntFunction<Integer> rank) throws Exception {
        measure(name, i -> corpus.word(rank.apply(i)), SearchSelections.ALL);
        measureNaive(name, NAIVE, i -> "'" + stem(rank.apply(i)) + "'", 2);
    }

    private String stem(int rank) {
        return org.khabar.article.search.analysis.Words.ofAnyLanguage(corpus.word(rank)).getFirst().stems().iterator().next();
    }

    private void measure(String name, IntFunction<String> query, SearchSelection selection) throws Exception {
        time(name, "Khabar", QUERIES * 5, i -> index.search(request(query.apply(i % QUERIES), selection, null)).size());
        time(name + ", count", "Khabar", QUERIES * 5, i -> index.sample(request(query.apply(i % QUERIES), selection, null)).total());
    }

    private void measureFacets() throws Exception {
        IntFunction<SearchRequest> request = i -> request(corpus.word(20 + i % QUERIES), SearchSelections.NARROW, null);
        time("filter with facets", "Khabar", QUERIES * 5, i -> {
            List<SearchPosition> found = index.search(request.apply(i));
            MatchSample sample = index.sample(request.apply(i));
            sample.counts(article -> article.outletId().toString(), 10);
            sample.counts(MatchedArticle::kind, 10);
            sample.articles().stream()
                    .map(article -> SearchInterval.MONTH.startOf(article.publishedAt(), java.time.ZoneOffset.UTC))
                    .distinct()
                    .count();
            index.countEntities(sample, 10, deadline());
            return found.size();
        });
        measureNaive("filter with facets", NAIVE_FACETS, i -> "'" + stem(20 + i) + "'", 1);
    }

    /** The thousandth page, by turning pages until there. */
    private void measurePast() throws Exception {
        SearchPosition after = null;
        for (int page = 0; page < 150; page++) {
            List<SearchPosition> found = index.search(new SearchRequest(
                    QueryParser.parse(corpus.word(16), 32), SearchSelections.ALL, ArticleSearchSort.NEWEST,
                    new PageRequest<>(100, false, after, null), false, deadline()));
            if (found.size() <= 100) {
                return;
            }
            after = found.get(99);
        }
        SearchPosition deep = after;
        time("common word, past 15,000 results", "Khabar", 100, i -> index.search(new SearchRequest(
                QueryParser.parse(corpus.word(16), 32), SearchSelections.ALL, ArticleSearchSort.NEWEST,
                new PageRequest<>(PAGE, false, deep, null), false, deadline())).size());
    }

    private SearchRequest request(String query, SearchSelection selection, SearchPosition after) {
        return new SearchRequest(
                QueryParser.parse(query, 32), selection, ArticleSearchSort.RELEVANCE, new PageRequest<>(PAGE, false, after, null), false, deadline());
    }

    private static SearchDeadline deadline() {
        return SearchDeadline.in(Duration.ofSeconds(5));
    }

    private void measureNaive(String name, String sql, IntFunction<String> query, int parameters) throws Exception {
        int runs = articles > 200_000 ? 20 : QUERIES;
        time(name, "bare SQL", runs, i -> {
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int parameter = 1; parameter <= parameters; parameter++) {
                    statement.setString(parameter, query.apply(i % QUERIES));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    int count = 0;
                    while (rows.next()) {
                        count++;
                    }
                    return count;
                }
            }
        });
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

    private interface Timed {
        int run(int number) throws Exception;
    }

    private void time(String name, String who, int runs, Timed timed) throws Exception {
        for (int i = 0; i < Math.min(runs, QUERIES); i++) {
            timed.run(i);
        }
        double[] millis = new double[runs];
        long found = 0;
        for (int i = 0; i < runs; i++) {
            long started = System.nanoTime();
            found += timed.run(i);
            millis[i] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(millis);
        note(String.format(
                Locale.ROOT,
                "\"event\":\"timed\",\"query\":\"%s\",\"who\":\"%s\",\"p50\":%.3f,\"p95\":%.3f,\"max\":%.3f,\"runs\":%d,\"found\":%d",
                name, who, millis[runs / 2], millis[(int) (runs * 0.95)], millis[runs - 1], runs, found / runs));
    }

    private void note(String fields) throws Exception {
        String line = "{\"articles\":" + articles + "," + fields + "}\n";
        System.err.print(line);
        Files.writeString(results, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What is searched in. */
    private static final class SearchSelections {
        static final Set<ArticleStatus> VISIBLE = EnumSet.of(ArticleStatus.PUBLISHED, ArticleStatus.CORRECTED);
        static final SearchSelection ALL = new SearchSelection(
                VISIBLE, null, null, null, null, TimeRange.ALL, SearchSelection.Entities.NO_CONDITION);
        static final SearchSelection NARROW = new SearchSelection(
                VISIBLE, null, Set.of("ar"), null, null, new TimeRange(FROM, BEFORE), SearchSelection.Entities.NO_CONDITION);
    }
}
