package org.khabar.article.importing;

import org.jspecify.annotations.Nullable;

/**
 * A page to import, checked.
 *
 * @param text the decoded page
 * @param outlet an outlet's code
 * @param url where the page was published
 * @param language BCP 47 tag
 */
record PageImport(
        String text,
        @Nullable String outlet,
        @Nullable String url,
        @Nullable String language) {}
