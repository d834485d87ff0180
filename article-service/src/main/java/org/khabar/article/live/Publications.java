package org.khabar.article.live;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.khabar.article.article.ArticleChange;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.PublishedArticles;
import org.khabar.article.feed.FeedChanges;

/** Tells subscribers of articles as they are published. Follows the feed on one thread, while there is a subscriber. */
@ApplicationScoped
class Publications {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final FeedChanges changes;
    private final PublishedArticles articles;
    private final Subscribers<ArticleNode> subscribers;
    private final Following following;

    Publications(FeedChanges changes, PublishedArticles articles, LiveConfig config) {
        this.changes = changes;
        this.articles = articles;
        this.subscribers = new Subscribers<>(config.maxSubscriptions(), config.maxWaitingEvents());
        this.following =
                new Following("publications", () -> !subscribers.isEmpty(), Position::new, config.retryInterval());
    }

    Multi<ArticleNode> stream(Predicate<ArticleNode> wanted) {
        return subscribers.join(wanted, following::start);
    }

    /** How far the feed was read. */
    private final class Position implements Following.Step {
        private long last = -1;

        @Override
        public boolean go() throws InterruptedException {
            last = last < 0 ? changes.readHead() : step(last);
            return changes.awaitAfter(last, LONGEST_WAIT);
        }
    }

    private long step(long position) {
        List<FeedChanges.Numbered> batch = changes.listAfter(position);
        if (batch.isEmpty()) {
            return position;
        }
        articles.list(batch.stream()
                        .map(FeedChanges.Numbered::change)
                        .filter(change -> change.type() == ArticleChange.Type.PUBLISHED)
                        .map(ArticleChange::articleId)
                        .distinct()
                        .toList())
                .forEach(subscribers::publish);
        return batch.getLast().id();
    }
}
