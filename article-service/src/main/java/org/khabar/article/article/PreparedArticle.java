package org.khabar.article.article;

/** Content that is ready to be stored: what it is recognised by is computed, outside of any transaction. */
public final class PreparedArticle {

    private final ArticleContent content;
    private final ArticlePrint print;
    private final Arrival arrival;

    private PreparedArticle(ArticleContent content, ArticlePrint print, Arrival arrival) {
        this.content = content;
        this.print = print;
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
}
