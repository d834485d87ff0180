package org.khabar.article.article;

/** What storing content did, and the article as it is now. */
public record StoredArticle(Outcome outcome, ArticleNode article) {

    /** What storing did to the archive. */
    public enum Outcome {
        CREATED,
        REVISED,
        UNCHANGED
    }
}
