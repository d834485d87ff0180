package org.khabar.article.search.query;

import java.util.List;
import org.khabar.article.search.analysis.Word;

/** What a query asks for. Every expression asks for something: none is only an exclusion. */
public sealed interface SearchExpression {

    /** Whether words must follow each other, or must not, anywhere in it. */
    default boolean hasPhrase() {
        return switch (this) {
            case Single single -> false;
            case Phrase phrase -> true;
            case All all ->
                all.wanted().stream().anyMatch(SearchExpression::hasPhrase)
                        || all.excluded().stream().anyMatch(SearchExpression::hasPhrase);
            case Any any -> any.alternatives().stream().anyMatch(SearchExpression::hasPhrase);
        };
    }

    /** A word in any of its forms. */
    record Single(Word word) implements SearchExpression {}

    /** Words that follow each other, two at least. */
    record Phrase(List<Word> words) implements SearchExpression {

        public Phrase {
            words = List.copyOf(words);
        }
    }

    /** Everything of one list and nothing of the other. */
    record All(List<SearchExpression> wanted, List<SearchExpression> excluded) implements SearchExpression {

        public All {
            wanted = List.copyOf(wanted);
            excluded = List.copyOf(excluded);
            if (wanted.isEmpty()) {
                throw new IllegalArgumentException("something is asked for");
            }
        }
    }

    /** One of them at least. */
    record Any(List<SearchExpression> alternatives) implements SearchExpression {

        public Any {
            alternatives = List.copyOf(alternatives);
            if (alternatives.isEmpty()) {
                throw new IllegalArgumentException("there is an alternative");
            }
        }
    }
}
