package org.khabar.article.importing.draft;

import org.jspecify.annotations.Nullable;

/**
 * A line or passage that is not part of the article.
 *
 * @param line its 1-based number in the page, null where the page has no lines, as HTML has none
 * @param text without white space around it; where a page has no lines, at most the beginning
 */
public record LeftOutLine(@Nullable Integer line, String text, LeftOutReason reason) {}
