package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;
import org.khabar.article.search.analysis.Word;
import org.khabar.article.search.analysis.Words;
import org.khabar.article.search.query.QueryParser;
import org.khabar.article.search.query.SearchQuery;

class HighlighterTest {

    private static final int MANY = 1_000;

    @Property
    void theTextAtTheOffsetsIsAFormOfAWordThatWasAskedFor(
            @ForAll("texts") String asked, @ForAll("texts") String headline, @ForAll("texts") String text) {
        SearchQuery query = QueryParser.parse(asked, 32);
        ArticleContent content = content(headline + " عنوان", text + " نص");
        int end = 0;
        SearchHighlight.SearchField field = SearchHighlight.SearchField.HEADLINE;
        for (SearchHighlight highlight : Highlighter.find(query, content, MANY)) {
            end = highlight.field() == field ? end : 0;
            field = highlight.field();
            assertThat(highlight.start()).isGreaterThanOrEqualTo(end);
            end = highlight.end();
            String all = field == SearchHighlight.SearchField.HEADLINE
                    ? content.headline()
                    : content.blocks().getFirst().text();
            assertThat(isAskedFor(query, all.substring(highlight.start(), highlight.end())))
                    .isTrue();
        }
    }

    private static boolean isAskedFor(SearchQuery query, String marked) {
        List<Word> words = Words.ofAnyLanguage(marked);
        return query.phrases().stream()
                .flatMap(List::stream)
                .anyMatch(asked -> words.stream().anyMatch(word -> !Collections.disjoint(word.stems(), asked.stems())));
    }

    @Example
    void wordsOfAPhraseCountOnlyWhereTheyFollowEachOther() {
        SearchQuery query = QueryParser.parse("\"مجلس النواب\"", 32);
        ArticleContent content = content("مجلس المدينة", "صادق مجلس النواب على قانون، ثم رفع النواب الجلسة");
        assertThat(Highlighter.find(query, content, MANY))
                .containsExactly(
                        new SearchHighlight(SearchHighlight.SearchField.BLOCK, 0, 5, 9),
                        new SearchHighlight(SearchHighlight.SearchField.BLOCK, 0, 10, 16));
    }

    @Example
    void thereAreNoMoreThanTheLimit() {
        ArticleContent content = content("سد", "سد ".repeat(60));
        assertThat(Highlighter.find(QueryParser.parse("سد", 32), content, 50)).hasSize(50);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> word = Arbitraries.of(
                "سد",
                "السد",
                "وبالعراق",
                "العراق،",
                "«الحكومة»",
                "حُكومتها",
                "l’Algérie",
                "elections",
                "ﷺ",
                "\u200F2024",
                "١٢");
        return word.list().ofMaxSize(10).map(words -> String.join(" ", words));
    }

    private static ArticleContent content(String headline, String text) {
        return new ArticleContent(
                new UUID(1, 2),
                null,
                headline,
                "ar",
                ArticleKind.NEWS,
                null,
                null,
                Instant.EPOCH,
                true,
                List.of(new TextBlock(BlockKind.PARAGRAPH, text)));
    }
}
