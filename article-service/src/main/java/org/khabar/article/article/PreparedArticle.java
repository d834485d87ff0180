package org.khabar.article.article;

import java.util.List;

/**
 * Content that is ready to be stored: what it is recognised by and how it is written is computed, outside of any
 * transaction.
 */
public final class PreparedArticle {

    private final ArticleContent content;
    private final ArticlePrint print;
    private final List<Long> lockKeys;
    private final String blocks;
    private final Arrival arrival;

    private PreparedArticle(ArticleContent content, ArticlePrint print, Arrival arrival) {
        this.content = content;
        this.print = print;
        this.lockKeys = List.copyOf(ArticleIdentity.lockKeys(content, print));
        this.blocks = ArticleCopyRepository.json(content.blocks());
        this.arrival = arrival;
    }

    /** Of a source that says nothing but the content. */
    public static PreparedArticle of(ArticleContent content) {
        return of(content, Arrival.PLAIN);
    }

    public static PreparedArticle of(ArticleContent content, Arrival arrival) {
        return new PreparedArticle(content, ArticlePrint.of(content), arrival);
    }

    public ArticleContent content() {
        return content;
    }

    public Arrival arrival() {
        return arrival;
    }

    ArticlePrint print() {
        return print;
    }

    /** See {@link ArticleIdentity#lockKeys}. */
    List<Long> lockKeys() {
        return lockKeys;
    }

    /** The text as the column of a revision has it. */
    String blocks() {
        return blocks;
    }
}
