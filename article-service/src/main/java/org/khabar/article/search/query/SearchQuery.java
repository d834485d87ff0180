package org.khabar.article.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.search.analysis.Word;

/**
 * A query as it was understood.
 *
 * @param text what was typed; offsets of words are offsets into it, in UTF-16 code units
 * @param expression null when it asks for no word
 * @param phrases the words that are asked for, each as a run of its own, those of a phrase together
 * @param warnings what of the query does not count, for whoever typed it
 */
public record SearchQuery(
        String text, @Nullable SearchExpression expression, List<List<Word>> phrases, List<String> warnings) {

    public SearchQuery {
        phrases = phrases.stream().map(List::copyOf).toList();
        warnings = List.copyOf(warnings);
    }

    /** Whether nothing was typed, which asks for every article. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
