package org.khabar.article.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleMedia;

/**
 * A page to import, checked.
 *
 * @param text the decoded page
 * @param outlet an outlet's code
 * @param url where the page was published
 * @param language BCP 47 tag
 * @param kind null when it is to be recognised
 * @param media null to keep those that the article has
 * @param subjects codes, null to keep those that the article has
 */
record PageImport(
        String text,
        @Nullable String outlet,
        @Nullable String url,
        @Nullable String language,
        @Nullable ArticleKind kind,
        @Nullable List<ArticleMedia> media,
        @Nullable List<String> subjects) {

    /** A page of which nothing is known but its text. */
    PageImport(String text, @Nullable String outlet, @Nullable String url, @Nullable String language) {
        this(text, outlet, url, language, null, null, null);
    }
}
