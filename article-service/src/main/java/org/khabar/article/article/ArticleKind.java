package org.khabar.article.article;

/** What sort of piece an article is. */
public enum ArticleKind {
    NEWS,
    OPINION,
    ANALYSIS,
    INTERVIEW,
    CARTOON,
    PHOTO_STORY,
    VIDEO
}
