package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;
import org.khabar.article.search.query.QueryParser;
import org.khabar.article.search.query.SearchExpression;
import org.khabar.article.search.query.SearchQuery;

/** PostgreSQL takes in what is made of any query and of any article. */
class PostgresSyntaxTest {

    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable Connection connection;

    @BeforeContainer
    static void start() throws IOException, SQLException {
        EmbeddedPostgres started = EmbeddedPostgres.builder().start();
        postgres = started;
        connection = started.getPostgresDatabase().getConnection();
    }

    @AfterContainer
    static void stop() throws IOException, SQLException {
        if (connection != null) {
            connection.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Property(tries = 500)
    void everyQueryIsATsquery(@ForAll("queries") String text) throws SQLException {
        SearchQuery query = QueryParser.parse(text, 32);
        SearchExpression expression = query.expression();
        if (expression != null) {
            for (Level level : Level.values()) {
                assertThat(single("select numnode(cast(? as tsquery))", TextQuery.of(expression, level)))
                        .isNotEqualTo("0");
            }
        }
    }

    @Property(tries = 200)
    void anArticleIsFoundByItsOwnHeadline(@ForAll("texts") String headline) throws SQLException {
        SearchExpression expression = QueryParser.parse("\"" + headline.replaceAll("[\"“”„«»]", " ") + "\"", 1000)
                .expression();
        if (expression != null) {
            String vector = SearchVector.of(document(headline.replaceAll("[\"“”„«»]", " "), "نص"))
                    .vector();
            String tsquery = TextQuery.of(expression, Level.HEADLINE_EXACT);
            assertThat(single("select cast(? as tsvector) @@ cast(? as tsquery)", vector, tsquery))
                    .isEqualTo("t");
        }
    }

    @Property(tries = 200)
    void everyTextIsATsvector(@ForAll String headline, @ForAll String text) throws SQLException {
        String vector = SearchVector.of(document(headline + "خبر", text + "نص")).vector();
        assertThat(Integer.parseInt(single("select length(cast(? as tsvector))", vector)))
                .isPositive();
    }

    /** A tsvector holds less than a megabyte, a page may have as much text. */
    @Example
    void theLongestArticleIsATsvector() throws SQLException {
        Random random = new Random(1);
        String words = random.ints(250_000)
                .mapToObj(number -> "كلمة" + Integer.toString(number & 0xFFFFFF, 36))
                .collect(Collectors.joining(" "));
        String repeated = "سد ".repeat(300_000);
        assertThat(Integer.parseInt(single(
                        "select length(cast(? as tsvector))",
                        SearchVector.of(document("خبر", words)).vector())))
                .isGreaterThan(10_000);
        assertThat(single(
                        "select cast(? as tsvector) @@ '''+سد'''",
                        SearchVector.of(document("خبر", repeated)).vector()))
                .isEqualTo("t");
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> piece = Arbitraries.of(
                "\"",
                "«",
                "»",
                "(",
                ")",
                "-",
                " ",
                " OR ",
                "|",
                "&",
                "!",
                "<->",
                ":*",
                ":A",
                "'",
                "\\",
                "سد",
                "وبالعراق",
                "l'Algérie",
                "the",
                "في",
                "٢٠٢٤",
                "\u0000",
                "\uD800",
                "ﷺ",
                "a",
                "'; drop table article; --");
        Arbitrary<String> mixed = piece.list().ofMaxSize(40).map(pieces -> String.join("", pieces));
        return Arbitraries.oneOf(mixed, Arbitraries.strings().ofMaxLength(100));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> word =
                Arbitraries.of("سد", "وبالعراق", "الحكومة", "l'Algérie", "elections", "2024", "و", "—", "O'Neill", "ﷺ");
        return word.list().ofMaxSize(12).map(words -> String.join(" ", words));
    }

    private static SearchDocument document(String headline, String text) {
        return new SearchDocument(
                new UUID(1, 2),
                new UUID(3, 4),
                "it's \\ no tag",
                ArticleKind.NEWS,
                ArticleStatus.PUBLISHED,
                Instant.parse("2024-10-17T00:00:00Z"),
                List.of("a'b"),
                headline,
                List.of(new TextBlock(BlockKind.PARAGRAPH, text)));
    }

    private static String single(String sql, String... parameters) throws SQLException {
        Connection open = connection;
        if (open == null) {
            throw new IllegalStateException("not started");
        }
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
