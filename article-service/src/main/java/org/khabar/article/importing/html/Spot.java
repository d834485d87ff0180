package org.khabar.article.importing.html;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * An element that stands in the page as a block, and the passages below it: all with an index from {@code from} to before
 * {@code to}.
 */
final class Spot {

    final Element element;
    final @Nullable Spot parent;
    final int from;

    /** What its tag, role or class says that it is; null when they say nothing. */
    final @Nullable SiteHint hint;

    int to;

    /** Whether it holds more text than a caption. */
    boolean large;

    /** Why all below it is left out, null when it is not. */
    @Nullable
    LeftOutReason reason;

    /** How likely its children are the paragraphs of the article. */
    double score;

    Spot(Element element, @Nullable Spot parent, int from, @Nullable SiteHint hint) {
        this.element = element;
        this.parent = parent;
        this.from = from;
        this.hint = hint;
    }

    boolean isBody() {
        return parent == null;
    }

    boolean contains(Spot other) {
        return from <= other.from && other.to <= to;
    }
}
