package org.khabar.article.article;

import java.util.List;

/** Where changes are written down for followers. */
public interface ArticleChangeLog {

    /**
     * Appends a change in the transaction of the caller. Must be the last statement of that transaction: it takes the
     * lock that puts changes into commit order, and all other writers wait for it.
     */
    default void append(ArticleChange change) {
        append(List.of(change));
    }

    /** As {@link #append(ArticleChange)}, with changes that follow each other in this order. */
    void append(List<ArticleChange> changes);
}
