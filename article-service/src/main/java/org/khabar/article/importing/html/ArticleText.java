package org.khabar.article.importing.html;

import java.util.List;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * What became of the passages of a page.
 *
 * @param kept the passages of the article, in order
 * @param leftOut what is none of it, in order
 */
record ArticleText(List<Passage> kept, List<LeftOut> leftOut) {

    /** A passage and why it is not in the article. */
    record LeftOut(Passage passage, LeftOutReason reason) {}

    ArticleText {
        kept = List.copyOf(kept);
        leftOut = List.copyOf(leftOut);
    }
}
