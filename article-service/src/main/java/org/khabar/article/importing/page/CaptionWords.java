package org.khabar.article.importing.page;

import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.article.text.Folding;

/** Words of offices, places and things, which captions of photos have and names of authors do not. */
final class CaptionWords {

    private static final Set<String> WORDS =
            WordList.read("caption-words.txt").map(Folding::key).collect(Collectors.toUnmodifiableSet());

    private CaptionWords() {}

    /** Whether a folded word, maybe behind "and", is one. */
    static boolean isOne(String folded) {
        return WORDS.contains(folded) || (folded.startsWith("و") && WORDS.contains(folded.substring(1)));
    }
}
