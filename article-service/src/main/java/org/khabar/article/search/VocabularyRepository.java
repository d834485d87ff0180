package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.khabar.article.article.ArticleStatus;

/**
 * The words of the articles that readers see, and how many of these have each. An article that is written anew first gives
 * back the words that it had.
 */
@ApplicationScoped
class VocabularyRepository {

    /** Shorter words are like too many others, longer ones are no words. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 24;
    private static final long LOCK = 0x6B68_6162_6172_0D01L;

    /** So many articles cannot all have been withdrawn unnoticed; whether fewer are still there is looked up. */
    private static final int SURE = 500;

    private static final String APPEND = "insert into search_new_words (words, shown, gone) values (?, ?, ?)";

    /** The words of an article's entry in the index, if readers see the article. */
    private static final String HAD = """
            select array(select substr(lexeme, 2) from unnest(tsvector_to_array(s.vector)) as lexeme where lexeme like '=%')
            from article_search s where s.article_id = any(?) and s.status = any(?)
            """;

    private static final String TAKE_IN = """
            with taken as (
              delete from search_new_words where id in (select id from search_new_words order by id limit 500)
              returning words, shown, gone),
            counted as (
              select word, min(written) filter (where not gone) as shown,
                sum(case when gone then -1 else 1 end) as documents
              from taken, unnest(taken.words, taken.shown) as one (word, written)
              group by word),
            kept as (
              insert into search_term (term, shown, documents)
              select word, coalesce(shown, word), documents from counted where documents <> 0 order by word
              on conflict (term) do update set documents = greatest(0, search_term.documents + excluded.documents))
            select count(*) from taken
            """;

    private static final String FORGET = "delete from search_term where documents <= 0";

    private static final String SIMILAR = """
            select asked.word, t.term, t.shown, t.documents
            from unnest(?) as asked (word)
            join search_term t on search_variants(t.term) && search_variants(asked.word) and t.documents >= 2
            where t.documents >= %d or exists (
              select from article_search s where s.vector @@ cast('''=' || t.term || '''' as tsquery)
                and s.status = any(?) offset 0)
            union
            select t.term, t.term, t.shown, t.documents from search_term t where t.term = any(?)
            """.formatted(SURE);

    private final DataSource source;

    VocabularyRepository(DataSource source) {
        this.source = source;
    }

    /** Writes down the words of articles, in the transaction of the caller, for {@link #takeIn}. */
    void append(List<IndexedText> texts) {
        try (Connection connection = source.getConnection()) {
            append(connection, texts);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void append(Connection connection, List<IndexedText> texts) throws SQLException {
        append(connection, texts.stream().map(IndexedText::words).toList(), false);
    }

    private static void append(Connection connection, List<Map<String, String>> texts, boolean gone)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            for (Map<String, String> text : texts) {
                List<Map.Entry<String, String>> words = text.entrySet().stream()
                        .filter(entry -> isWord(entry.getKey()))
                        .toList();
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text", words.stream().map(Map.Entry::getKey).toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "text", words.stream().map(Map.Entry::getValue).toArray()));
                statement.setBoolean(3, gone);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Gives back the words that these articles have had until now, in the transaction of the caller, before they are written. */
    void remove(List<UUID> articles) {
        try (Connection connection = source.getConnection()) {
            List<Map<String, String>> had = new SearchStatement(HAD, List.of(articles.toArray(UUID[]::new), visible()))
                    .list(connection, row -> words((String[]) row.getArray(1).getArray()));
            append(connection, had, true);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, String> words(String... words) {
        return Arrays.stream(words).collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    private static String[] visible() {
        return ArticleStatus.visibleToReaders().stream().map(Enum::name).toArray(String[]::new);
    }

    private static boolean isWord(String word) {
        return word.length() >= SHORTEST
                && word.length() <= LONGEST
                && word.codePoints().allMatch(Character::isLetter);
    }

    /**
     * Counts some of the words that wait, each once, whatever becomes of this process. One replica does it at a time.
     *
     * @return whether more may wait
     */
    boolean takeIn() {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean locked = new SearchStatement("select pg_try_advisory_xact_lock(?)", List.of(LOCK))
                        .list(connection, row -> row.getBoolean(1))
                        .getFirst();
                boolean some = locked && takeIn(connection) > 0;
                connection.commit();
                return some;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int takeIn(Connection connection) throws SQLException {
        int taken = new SearchStatement(TAKE_IN, List.of())
                .list(connection, row -> row.getInt(1))
                .getFirst();
        if (taken > 0) {
            new SearchStatement(FORGET, List.of()).update(connection);
        }
        return taken;
    }

    /** These words, as far as articles have them, and words like them that two articles have at least. */
    static List<SimilarWord> listSimilar(SearchSession session, List<String> words) throws SQLException {
        return session.list(
                similar(words.toArray(String[]::new)),
                row -> new SimilarWord(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)));
    }

    static SearchStatement similar(String... asked) {
        return new SearchStatement(SIMILAR, List.of(asked, visible(), asked));
    }
}
