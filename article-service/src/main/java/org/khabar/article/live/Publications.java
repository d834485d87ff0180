package org.khabar.article.live;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleChange;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.PublishedArticles;
import org.khabar.article.feed.FeedChanges;

/** Tells subscribers of articles as they are published. Follows the feed on one thread, while there is a subscriber. */
@ApplicationScoped
class Publications {

    private static final Logger LOG = Logger.getLogger(Publications.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final FeedChanges changes;
    private final PublishedArticles articles;
    private final LiveConfig config;
    private final Subscribers<ArticleNode> subscribers;
    private @Nullable Thread follower;

    Publications(FeedChanges changes, PublishedArticles articles, LiveConfig config) {
        this.changes = changes;
        this.articles = articles;
        this.config = config;
        this.subscribers = new Subscribers<>(config.maxSubscriptions(), config.maxWaitingEvents());
    }

    Multi<ArticleNode> stream(Predicate<ArticleNode> wanted) {
        return subscribers.join(wanted, this::follow);
    }

    private synchronized void follow() {
        if (follower == null) {
            follower = Thread.ofVirtual().name("publications").start(this::run);
        }
    }

    private void run() {
        long position = -1;
        try {
            boolean goesOn = true;
            while (goesOn && isWanted()) {
                try {
                    position = position < 0 ? changes.readHead() : step(position);
                    goesOn = changes.awaitAfter(position, LONGEST_WAIT);
                } catch (RuntimeException failure) {
                    LOG.warnf("The feed cannot be read for subscribers: %s", failure);
                    Thread.sleep(config.retryInterval());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isWanted() {
        if (subscribers.isEmpty()) {
            follower = null;
            return false;
        }
        return true;
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
