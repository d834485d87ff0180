package org.khabar.article.search;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Stores the articles of a corpus by COPY, as the service's own classes make search documents of them, over several
 * connections at once. The table has no log and no index but its key meanwhile; the others are then built as the
 * migrations define them.
 */
final class Filling {

    private static final int CHUNK = 1_000;
    private static final int WRITERS = 3;
    private static final int TELL_EVERY = 100_000;
    private static final int ENTITIES = 20_000;
    private static final int ENTITIES_OF_ARTICLE = 5;

    private static final String SECONDARY = """
            select indexname, indexdef from pg_indexes
            where tablename in ('article_search', 'article_entity') and indexname not like '%_pkey' order by indexname
            """;

    private final DataSource source;
    private final Corpus corpus;
    private final int articles;
    private final AtomicInteger next = new AtomicInteger();

    Filling(DataSource source, Corpus corpus, int articles) {
        this.source = source;
        this.corpus = corpus;
        this.articles = articles;
    }

    /** How many seconds it took to store the articles, and then to build the indexes. */
    record Took(double stored, double indexed) {}

    private record Index(String name, String definition) {}

    Took run() throws Exception {
        long started = System.nanoTime();
        List<Index> indexes = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(SECONDARY)) {
                while (rows.next()) {
                    indexes.add(new Index(rows.getString(1), rows.getString(2)));
                }
            }
            for (Index index : indexes) {
                statement.execute("drop index " + index.name());
            }
            statement.execute("alter table article_search drop constraint article_search_article_id_fkey");
            statement.execute("alter table article_search set unlogged");
            statement.execute("alter table article_entity set unlogged");
            statement.execute("alter table article_entity disable trigger mention_dated");
        }
        store(started);
        double stored = seconds(started);
        index(indexes);
        return new Took(stored, seconds(started) - stored);
    }

    private void store(long started) throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Void>> all = IntStream.range(0, WRITERS)
                    .mapToObj(number -> writers.submit(() -> write(started)))
                    .toList();
            for (Future<Void> one : all) {
                one.get();
            }
        }
    }

    private Void write(long started) throws Exception {
        try (Connection connection = source.getConnection()) {
            for (int from = next.getAndAdd(CHUNK); from < articles; from = next.getAndAdd(CHUNK)) {
                List<SearchDocument> documents = IntStream.range(from, Math.min(articles, from + CHUNK))
                        .mapToObj(corpus::article)
                        .toList();
                copy(connection, "article_search", rows(documents));
                copy(
                        connection,
                        "article_entity (article_id, entity_id, entity_type, salience, mention_count, published_at)",
                        entities(documents));
                if (from > 0 && from % TELL_EVERY == 0) {
                    System.err.printf("%,d articles after %.0f s%n", from, seconds(started));
                }
            }
            return null;
        }
    }

    private void index(List<Index> indexes) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table article_search set (parallel_workers = 2)");
            for (Index index : indexes) {
                long started = System.nanoTime();
                statement.execute(index.definition());
                System.err.printf("%s built in %.0f s%n", index.name(), seconds(started));
            }
            statement.execute("alter table article_search reset (parallel_workers)");
            statement.execute("vacuum analyze article_search");
            statement.execute("vacuum analyze article_entity");
            statement.execute("checkpoint");
        }
    }

    private static String rows(List<SearchDocument> documents) {
        StringBuilder rows = new StringBuilder(documents.size() * 8_000);
        for (SearchDocument document : documents) {
            rows.append(document.articleId()).append('\t')
                    .append(document.outletId()).append('\t')
                    .append(document.language()).append('\t')
                    .append(document.kind().name()).append('\t')
                    .append(document.status().name()).append('\t')
                    .append(document.publishedAt()).append("\t{}\t")
                    .append(SearchVector.of(document).vector().replace("\\", "\\\\"))
                    .append('\n');
        }
        return rows.toString();
    }

    /** Some five entities an article, of which a few are in every third and most in hardly any. */
    private static String entities(List<SearchDocument> documents) {
        StringBuilder rows = new StringBuilder();
        for (SearchDocument document : documents) {
            Instant published = document.publishedAt();
            new SplittableRandom(document.articleId().getMostSignificantBits())
                    .doubles(ENTITIES_OF_ARTICLE)
                    .mapToInt(number -> (int) Math.pow(ENTITIES, number))
                    .distinct()
                    .forEach(entity -> rows.append(document.articleId()).append("\te").append(entity)
                            .append("\tPERSON\t0.5\t1\t").append(published).append('\n'));
        }
        return rows.toString();
    }

    private static void copy(Connection connection, String table, String rows) throws Exception {
        connection.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), 1 << 16);
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
