package org.khabar.article.article;

import org.khabar.article.paging.PageArguments;

/**
 * Names one page of one article's revisions, as a request asks for it.
 *
 * @param newsroom whether the caller may see all of them, and who wrote them
 * @param textWanted whether the request asks for their text, which is most of them
 * @param countWanted whether the request asks how many there are
 */
record RevisionPageKey(
        ArticleNode article, PageArguments arguments, boolean newsroom, boolean textWanted, boolean countWanted) {

    /** Pages of this kind of different articles are read together. */
    record Kind(PageArguments arguments, boolean newsroom, boolean textWanted, boolean countWanted) {}

    Kind kind() {
        return new Kind(arguments, newsroom, textWanted, countWanted);
    }
}
