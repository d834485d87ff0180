package org.khabar.article.article;

/** What part of an article's text a block is. */
public enum BlockKind {
    HEADING,
    PARAGRAPH,
    QUOTE,
    LIST_ITEM,
    IMAGE
}
