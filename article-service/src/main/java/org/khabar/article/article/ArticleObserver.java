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
}
