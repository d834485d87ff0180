package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.khabar.article.article.ArticleObserver;
import org.khabar.article.article.WrittenArticle;

/** Keeps the index beside the articles. */
@ApplicationScoped
class SearchObserver implements ArticleObserver {

    private final SearchIndex index;

    SearchObserver(SearchIndex index) {
        this.index = index;
    }

    @Override
    public boolean mayFollow() {
        return true;
    }

    @Override
    public void written(List<WrittenArticle> articles) {
        index.index(articles.stream().map(SearchDocument::of).toList());
    }
}
