package org.khabar.article.article;

import org.khabar.article.paging.PageArguments;

/**
 * Names one page of one article's revisions, as a request asks for it.
 *
 * @param authorVisible whether the caller may see who wrote them
 * @param textWanted whether the request asks for their text, which is most of them
 */
record RevisionPageKey(ArticleNode article, PageArguments arguments, boolean authorVisible, boolean textWanted) {

    /** Pages of this kind of different articles are read together. */
    record Kind(PageArguments arguments, boolean authorVisible, boolean textWanted) {}

    Kind kind() {
        return new Kind(arguments, authorVisible, textWanted);
    }
}
