package org.khabar.article.article.backlog;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleObserver;
import org.khabar.article.article.WrittenArticle;

/** Cannot take in articles with a certain headline, while one is set. */
@ApplicationScoped
@Unremovable
class ChokingObserver implements ArticleObserver {

    private volatile @Nullable String on;

    void chokeOn(@Nullable String headline) {
        on = headline;
    }

    @Override
    public boolean mayFollow() {
        return true;
    }

    @Override
    public void written(List<WrittenArticle> articles) {
        String headline = on;
        if (articles.stream().anyMatch(article -> article.content().headline().equals(headline))) {
            throw new IllegalStateException("an article that cannot be taken in");
        }
    }
}
