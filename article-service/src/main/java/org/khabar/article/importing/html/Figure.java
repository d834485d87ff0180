package org.khabar.article.importing.html;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An image with what stands under it.
 *
 * @param before the index of the passage that follows it
 * @param captions the passages that are its caption and credit
 */
record Figure(
        String url, @Nullable String caption, @Nullable String credit, int before, Set<Passage> captions) {

    Figure {
        captions = Set.copyOf(captions);
    }
}
