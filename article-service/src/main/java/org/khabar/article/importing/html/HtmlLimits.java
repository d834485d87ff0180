package org.khabar.article.importing.html;

/**
 * Bounds on what a page may take to read.
 *
 * @param maxTags the most tags that a page may open
 * @param maxDepth how deep elements may be nested; what is nested deeper is read as lying that deep, as browsers do
 */
public record HtmlLimits(int maxTags, int maxDepth) {

    public static final HtmlLimits DEFAULT = new HtmlLimits(60_000, 400);

    public HtmlLimits {
        if (maxTags < 1 || maxDepth < 16) {
            throw new IllegalArgumentException("a page has tags in one another");
        }
    }
}
