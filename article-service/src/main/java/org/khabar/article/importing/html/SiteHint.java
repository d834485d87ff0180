package org.khabar.article.importing.html;

import org.khabar.article.importing.draft.LeftOutReason;

/**
 * What markup says of an element that is none of the article.
 *
 * @param strength how sure that is where the element holds much of the page's text
 */
record SiteHint(LeftOutReason reason, Strength strength) {

    /** How far a hint is to be believed. */
    enum Strength {
        /** A word in a class: sites have it on containers of whole pages too. */
        WORD,
        /** A tag or a role that says so, an element that is not shown. */
        TAG,
        /** What no site calls its article. */
        SURE
    }
}
