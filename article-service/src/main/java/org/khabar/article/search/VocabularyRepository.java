package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The words of all articles and how many articles have each. */
@ApplicationScoped
class VocabularyRepository {

    /** Shorter words are like too many others, longer ones are no words. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 24;
    private static final int MAX_WORDS = 5_000;
    private static final long LOCK = 0x6B68_6162_6172_0D01L;

    private static final String APPEND = "insert into search_new_words (words, shown) values (?, ?)";

    private static final String TAKE_IN = """
            with taken as (
              delete from search_new_words where id in (select id from search_new_words order by id limit 500)
              returning words, shown),
            counted as (
              select word, min(written) as shown, count(*) as documents
              from taken, unnest(taken.words, taken.shown) as one (word, written)
              group by word)
            insert into search_term (term, shown, documents)
            select word, shown, documents from counted order by word
            on conflict (term) do update set documents = search_term.documents + excluded.documents
            """;

    static final String SIMILAR = """
            select asked.word, t.term, t.shown, t.documents
            from unnest(?) as asked (word)
            join search_term t on search_variants(t.term) && search_variants(asked.word) and t.documents >= 2
            union
            select t.term, t.term, t.shown, t.documents from search_term t where t.term = any(?)
            """;

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

    static void append(Connection connection, List<IndexedText> texts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            for (IndexedText text : texts) {
                List<Map.Entry<String, String>> words = text.words().entrySet().stream()
                        .filter(entry -> isWord(entry.getKey()))
                        .limit(MAX_WORDS)
                        .toList();
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text", words.stream().map(Map.Entry::getKey).toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "text", words.stream().map(Map.Entry::getValue).toArray()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
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
                boolean some = locked && new SearchStatement(TAKE_IN, List.of()).update(connection) > 0;
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

    /** These words, as far as articles have them, and words like them that two articles have at least. */
    static List<SimilarWord> listSimilar(Connection connection, List<String> words) throws SQLException {
        String[] asked = words.toArray(String[]::new);
        return new SearchStatement(SIMILAR, List.of(asked, asked))
                .list(
                        connection,
                        row -> new SimilarWord(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)));
    }
}
