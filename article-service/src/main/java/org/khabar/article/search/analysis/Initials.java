package org.khabar.article.search.analysis;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Arabic words that begin with letters that could be a word of their own, and do not here: وزير, كتاب, لجنة. Known with
 * each of their endings.
 */
final class Initials {

    private static final Set<String> WHOLE = Set.of("الله", "الي", "التي", "الذي", "الذين", "الان", "فيها", "منها");
    private static final Set<String> WORDS = WordList.read("initials.txt").stream()
            .map(ArabicStems::skeleton)
            .map(ArabicStems::stem)
            .collect(Collectors.toUnmodifiableSet());

    private Initials() {}

    /** Whether the first letters of a word, folded but for its hamzas, are its own. */
    static boolean isKnown(String word) {
        String folded = ArabicStems.bare(word);
        return isWhole(folded) || WORDS.contains(ArabicStems.stem(folded));
    }

    /** Whether nothing is taken off a word at all. */
    static boolean isWhole(String folded) {
        return WHOLE.contains(folded);
    }
}
