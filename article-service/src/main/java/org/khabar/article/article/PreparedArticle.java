package org.khabar.article.article;

/** Content that is ready to be stored: what it is recognised by is computed, outside of any transaction. */
public final class PreparedArticle {

    private final ArticleContent content;
    private final ArticlePrint print;

    private PreparedArticle(ArticleContent content, ArticlePrint print) {
        this.content = content;
        this.print = print;
    }

    public static PreparedArticle of(ArticleContent content) {
        return new PreparedArticle(content, ArticlePrint.of(content));
    }

    public ArticleContent content() {
        return content;
    }

    ArticlePrint print() {
        return print;
    }
}
