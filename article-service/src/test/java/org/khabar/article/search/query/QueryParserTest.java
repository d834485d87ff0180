package org.khabar.article.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.search.analysis.Word;

class QueryParserTest {

    private static final int MAX_WORDS = 32;

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '§',
            value = {
                "سد الحسيمة→(سد & الحسيمه)",
                "\"مجلس النواب\" قانون→([مجلس النواب] & قانون)",
                "«مجلس النواب»→[مجلس النواب]",
                "\"مجلس النواب→[مجلس النواب]",
                "سد -الحسيمة→(سد & !الحسيمه)",
                "سد -\"قرب الحسيمة\"→(سد & ![قرب الحسيمه])",
                "سد OR خزان ماء→((سد / خزان) & ماء)",
                "سد أو خزان→(سد / خزان)",
                "port | gare→(port / gare)",
                "(port gare) OR route→((port & gare) / route)",
                "-(port gare) route→(route & !(port & gare))",
                "الملك في الرباط→(الملك & الرباط)",
                "thé vert→(the & vert)",
                "the port→port",
                "\"the port\"→[the port]",
                "من الى→(من & الي)",
                "covid-19→[covid 19]",
                "l'Algérie→algerie",
                ") سد ((→سد",
                "OR سد OR→سد",
                "سد OR -خزان→سد",
                "- سد→سد",
            })
    void queriesAreRead(String query, String meaning) {
        SearchExpression expression = QueryParser.parse(query, MAX_WORDS).expression();
        assertThat(expression == null ? "" : text(expression)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"-سد", "…", "\"\"", "()", "OR", "-(a b)"})
    void whatAsksForNoWordSaysSo(String query) {
        SearchQuery read = QueryParser.parse(query, MAX_WORDS);
        assertThat(read.expression()).isNull();
        assertThat(read.warnings()).contains("The query asks for no word.");
        assertThat(read.phrases()).isEmpty();
    }

    @Test
    void blankIsNoMistake() {
        assertThat(QueryParser.parse("  ", MAX_WORDS).warnings()).isEmpty();
    }

    @Test
    void wordsBeyondTheLimitAreLeftOut() {
        SearchQuery read = QueryParser.parse("سد خزان ماء نهر", 3);
        assertThat(read.phrases()).hasSize(3);
        assertThat(read.warnings()).containsExactly("Only the first 3 words count.");
    }

    @Test
    void excludedWordsAreNotHighlighted() {
        SearchQuery read = QueryParser.parse("سد -نهر -(بحر شط) ماء", MAX_WORDS);
        assertThat(read.phrases().stream().flatMap(List::stream).map(Word::exact))
                .containsExactly("سد", "ماء");
    }

    private static String text(SearchExpression expression) {
        return switch (expression) {
            case SearchExpression.Single single -> single.word().exact();
            case SearchExpression.Phrase phrase ->
                phrase.words().stream().map(Word::exact).collect(Collectors.joining(" ", "[", "]"));
            case SearchExpression.Any any ->
                any.alternatives().stream().map(QueryParserTest::text).collect(Collectors.joining(" / ", "(", ")"));
            case SearchExpression.All all ->
                "(" + all.wanted().stream().map(QueryParserTest::text).collect(Collectors.joining(" & "))
                        + all.excluded().stream()
                                .map(excluded -> " & !" + text(excluded))
                                .collect(Collectors.joining())
                        + ")";
        };
    }
}
