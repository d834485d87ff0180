package org.khabar.article.article;

/** Where changes are written down for followers. */
public interface ArticleChangeLog {

    /**
     * Appends a change in the transaction of the caller. Must be the last statement of that transaction: it takes the
     * lock that puts changes into commit order, and all other writers wait for it.
     */
    void append(ArticleChange change);
}
