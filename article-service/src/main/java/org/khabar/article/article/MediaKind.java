package org.khabar.article.article;

/** What a medium is, in the terms of ninjs. */
public enum MediaKind {
    PICTURE,
    GRAPHIC,
    VIDEO,
    AUDIO
}
