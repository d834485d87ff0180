package org.khabar.article.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.search.analysis.Word;
import org.khabar.article.search.analysis.Words;
import org.khabar.article.search.query.SearchQuery;

/**
 * Finds the words of a query in an article as the index finds them. Words of a phrase count where they follow each other.
 */
final class Highlighter {

    private final SearchQuery query;
    private final String language;
    private final int most;
    private final List<SearchHighlight> highlights = new ArrayList<>();

    private Highlighter(SearchQuery query, String language, int most) {
        this.query = query;
        this.language = language;
        this.most = most;
    }

    /** At most so many, in reading order. */
    static List<SearchHighlight> find(SearchQuery query, ArticleContent content, int most) {
        Highlighter highlighter = new Highlighter(query, content.language(), most);
        highlighter.read(SearchHighlight.SearchField.HEADLINE, null, content.headline());
        for (int block = 0; block < content.blocks().size(); block++) {
            highlighter.read(
                    SearchHighlight.SearchField.BLOCK,
                    block,
                    content.blocks().get(block).text());
        }
        return List.copyOf(highlighter.highlights);
    }

    private void read(SearchHighlight.SearchField field, @Nullable Integer block, String text) {
        if (highlights.size() >= most) {
            return;
        }
        List<Word> words = Words.of(text, language);
        BitSet found = new BitSet(words.size());
        query.phrases().forEach(phrase -> mark(phrase, words, found));
        int end = -1;
        for (int i = found.nextSetBit(0); i >= 0 && highlights.size() < most; i = found.nextSetBit(i + 1)) {
            Word word = words.get(i);
            if (word.start() >= end) {
                highlights.add(new SearchHighlight(field, block, word.start(), word.end()));
                end = word.end();
            }
        }
    }

    private static void mark(List<Word> phrase, List<Word> words, BitSet found) {
        for (int start = 0; start + phrase.size() <= words.size(); start++) {
            if (standsAt(phrase, words, start)) {
                found.set(start, start + phrase.size());
            }
        }
    }

    private static boolean standsAt(List<Word> phrase, List<Word> words, int start) {
        for (int i = 0; i < phrase.size(); i++) {
            if (Collections.disjoint(phrase.get(i).stems(), words.get(start + i).stems())) {
                return false;
            }
        }
        return true;
    }
}
