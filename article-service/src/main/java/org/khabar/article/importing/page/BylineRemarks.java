package org.khabar.article.importing.page;

import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.article.text.Folding;

/** Words beside an outlet in a byline that name nobody: "هوية بريس – خاص". */
final class BylineRemarks {

    private static final Set<String> REMARKS =
            WordList.read("byline-remarks.txt").map(Folding::key).collect(Collectors.toUnmodifiableSet());

    private static final int MAX_LENGTH = 60;

    private BylineRemarks() {}

    static boolean isRemark(String text) {
        return text.length() <= MAX_LENGTH && REMARKS.contains(Folding.key(text));
    }
}
