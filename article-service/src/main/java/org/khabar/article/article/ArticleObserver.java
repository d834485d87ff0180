package org.khabar.article.article;

import java.util.List;

/** Keeps something of its own of every article: an index, a cluster. All beans of this type are told. */
public interface ArticleObserver {

    /**
     * Takes in states as they are written, in the transaction that writes them and before it takes the lock of the
     * {@link ArticleChangeLog}. What it throws undoes the transaction.
     *
     * @param articles each article once, with the state that it has now
     */
    void written(List<WrittenArticle> articles);

    /**
     * Whether it may be told of articles that are written in bulk in a later transaction, which holds the articles' rows:
     * once for the states that an article had since, with the one that it has then, as one that is not its first. It may be
     * told of the same state again. Articles that are written alone it is always told of at once.
     */
    default boolean mayFollow() {
        return false;
    }
}
