package org.khabar.article.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.TextBlock;
import org.khabar.article.article.WrittenArticle;

/**
 * What the index takes in of an article.
 *
 * @param language BCP 47 tag
 * @param subjects codes of what it is about
 */
record SearchDocument(
        UUID articleId,
        UUID outletId,
        String language,
        ArticleKind kind,
        ArticleStatus status,
        Instant publishedAt,
        List<String> subjects,
        String headline,
        List<TextBlock> blocks) {

    SearchDocument {
        subjects = List.copyOf(subjects);
        blocks = List.copyOf(blocks);
    }

    static SearchDocument of(WrittenArticle article) {
        List<String> subjects = article.content().subjects();
        return new SearchDocument(
                article.id(),
                article.content().outletId(),
                article.content().language(),
                article.content().kind(),
                article.status(),
                article.content().publishedAt(),
                subjects == null ? List.of() : subjects,
                article.content().headline(),
                article.content().blocks());
    }
}
