package org.khabar.article.importing.draft;

/**
 * A line that is not part of the article.
 *
 * @param line its 1-based number in the page
 * @param text the line without white space around it
 */
public record LeftOutLine(int line, String text, LeftOutReason reason) {}
