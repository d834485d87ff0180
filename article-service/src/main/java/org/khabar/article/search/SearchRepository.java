package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The index as tables of PostgreSQL. */
@ApplicationScoped
class SearchRepository {

    static final String WRITE = """
            insert into article_search (article_id, outlet_id, language, kind, status, published_at, subjects, vector)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as tsvector))
            on conflict (article_id) do update set outlet_id = excluded.outlet_id, language = excluded.language,
              kind = excluded.kind, status = excluded.status, published_at = excluded.published_at,
              subjects = excluded.subjects, vector = excluded.vector
            """;

    /**
     * The only plan that is good is the one that begins with the index of words, whatever the planner thinks of how many
     * rows a query finds: it cannot know what reading a vector costs.
     */
    private static final String SETTINGS = """
            set local enable_seqscan = off; set local plan_cache_mode = force_custom_plan; set local jit = off;
            set local max_parallel_workers_per_gather = 0; set local work_mem = '16MB';
            set local statement_timeout = %d
            """;

    private static final String NEWEST_FIRST = "order by s.published_at desc, s.article_id desc limit ?";
    private static final String MATCHED = "s.article_id, s.outlet_id, s.language, s.kind, s.published_at";
    private static final String CANCELLED = "57014";

    /** Before PostgreSQL has looked at the table its number is -1, and it may be old: a small one is checked. */
    private static final String SMALLER = """
            select reltuples < ? and (select count(*) from (select from article_search limit ?) as looked) < ?
            from pg_class where oid = 'article_search'::regclass
            """;

    private static final String COUNT_ENTITIES = """
            select e.entity_id, count(*) from article_entity e where e.article_id = any(?)
            group by e.entity_id order by count(*) desc, e.entity_id limit ?
            """;
    private static final String COUNT_SUBJECTS = """
            select subject, count(*) from article_search s, unnest(s.subjects) as subject where s.article_id = any(?)
            group by subject order by count(*) desc, subject limit ?
            """;

    private final DataSource source;

    SearchRepository(DataSource source) {
        this.source = source;
    }

    /** Reads in a transaction of its own, with a bound on time. */
    @FunctionalInterface
    interface Reading<T> {
        T read(SearchSession session) throws SQLException;
    }

    <T> T read(SearchDeadline deadline, Reading<T> reading) {
        long left = deadline.millisLeft();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement settings = connection.createStatement()) {
                settings.execute(SETTINGS.formatted(left));
                return reading.read(new SearchSession(connection, deadline, left));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /** Writes rows in the transaction of the caller, or anew where they are. */
    void write(List<SearchDocument> documents, List<IndexedText> texts) {
        try (Connection connection = source.getConnection()) {
            write(connection, documents, texts);
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    static void write(Connection connection, List<SearchDocument> documents, List<IndexedText> texts)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            for (int i = 0; i < documents.size(); i++) {
                parameters(documents.get(i), texts.get(i)).bind(connection, statement);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static SearchStatement parameters(SearchDocument document, IndexedText text) {
        return new SearchStatement(
                WRITE,
                List.of(
                        document.articleId(),
                        document.outletId(),
                        document.language(),
                        document.kind().name(),
                        document.status().name(),
                        document.publishedAt(),
                        document.subjects().toArray(String[]::new),
                        text.vector()));
    }

    /** The newest places of a level, behind a place if one is given. */
    static List<SearchPosition> listNewest(
            SearchSession session, SearchConditions conditions, ArticleSearchSort sort, Level level, int rows)
            throws SQLException {
        return session.list(
                newest(conditions, rows),
                row -> new SearchPosition(sort, level, instant(row, 2), row.getObject(1, UUID.class)));
    }

    static SearchStatement newest(SearchConditions conditions, int rows) {
        return conditions.select("s.article_id, s.published_at", NEWEST_FIRST, rows);
    }

    /** Articles that match, in no order, at most so many. */
    static List<MatchedArticle> listMatched(SearchSession session, SearchConditions conditions, int rows)
            throws SQLException {
        return session.list(matched(conditions, rows), SearchRepository::matchedArticle);
    }

    static SearchStatement matched(SearchConditions conditions, int rows) {
        return conditions.select(MATCHED, "limit ?", rows);
    }

    private static MatchedArticle matchedArticle(ResultSet row) throws SQLException {
        return new MatchedArticle(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                instant(row, 5));
    }

    static List<FacetCount> countEntities(SearchSession session, List<UUID> articles, double factor, int first)
            throws SQLException {
        return count(session, COUNT_ENTITIES, articles, factor, first);
    }

    static List<FacetCount> countSubjects(SearchSession session, List<UUID> articles, double factor, int first)
            throws SQLException {
        return count(session, COUNT_SUBJECTS, articles, factor, first);
    }

    private static List<FacetCount> count(
            SearchSession session, String text, List<UUID> articles, double factor, int first) throws SQLException {
        return session.list(
                new SearchStatement(text, List.of(articles.toArray(UUID[]::new), first)),
                row -> new FacetCount(row.getString(1), FacetCount.scaled(row.getLong(2), factor)));
    }

    /** Whether the index has fewer articles than that, as far as PostgreSQL knows. */
    static boolean isSmallerThan(SearchSession session, int articles) throws SQLException {
        return session.list(
                        new SearchStatement(SMALLER, List.of(articles, articles, articles)), row -> row.getBoolean(1))
                .getFirst();
    }

    /** Times of publication that part the articles evenly, ascending; empty when PostgreSQL has not looked yet. */
    static List<Instant> listTimes(SearchSession session) throws SQLException {
        String text = """
                select cast(cast(histogram_bounds as text) as timestamptz[]) from pg_stats
                where schemaname = current_schema() and tablename = 'article_search' and attname = 'published_at'
                  and histogram_bounds is not null
                """;
        return session.list(new SearchStatement(text, List.of()), row -> instants(row.getArray(1))).stream()
                .findFirst()
                .orElse(List.of());
    }

    private static List<Instant> instants(Array array) throws SQLException {
        return Arrays.stream((Timestamp[]) array.getArray())
                .map(Timestamp::toInstant)
                .toList();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static RuntimeException failure(SQLException failed) {
        @Nullable String state = failed.getSQLState();
        if (CANCELLED.equals(state)) {
            return SearchDeadline.passed();
        }
        return new IllegalStateException(failed);
    }
}
