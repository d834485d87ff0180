package org.khabar.entity.mention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.mentionfeed.MentionFeedLog;

/**
 * Stores what events of the feed mean for mentions, each with the feed's cursor in one transaction. Finding the names
 * takes as long as the text is, so it comes before the transaction and its locks.
 */
@ApplicationScoped
class ArticleMentions {

    private final Annotator annotator;
    private final ArticleRepository articles;
    private final MentionStore store;
    private final RelinkQueue queue;
    private final FeedCursor cursor;
    private final DeadLetters letters;
    private final MentionFollower follower;
    private final MentionFeedLog feed;

    ArticleMentions(
            Annotator annotator,
            ArticleRepository articles,
            MentionStore store,
            RelinkQueue queue,
            FeedCursor cursor,
            DeadLetters letters,
            MentionFollower follower,
            MentionFeedLog feed) {
        this.annotator = annotator;
        this.articles = articles;
        this.store = store;
        this.queue = queue;
        this.cursor = cursor;
        this.letters = letters;
        this.follower = follower;
        this.feed = feed;
    }

    /**
     * Handles an event and moves the cursor past it. An event that the cursor is already past does nothing.
     *
     * @throws IllegalArgumentException when the event cannot be understood
     */
    public void handle(FeedEvent event) {
        LinkedArticle linked = linked(event);
        QuarkusTransaction.joiningExisting().run(() -> handle(event, linked));
        follower.wake();
    }

    private void handle(FeedEvent event, @Nullable LinkedArticle linked) {
        if (event.id() <= cursor.lockedPosition()) {
            return;
        }
        apply(event, linked);
        letters.supersede(event);
        cursor.advance(event);
        tellFollowers(event);
    }

    /**
     * Handles an event that was set aside, unless a later one of its article has taken its place. The cursor stays where
     * it is, locked, so that neither another try nor a later event can come in between.
     *
     * @return whether it was still to be handled
     * @throws IllegalArgumentException when the event cannot be understood
     */
    public boolean handleAgain(FeedEvent event) {
        LinkedArticle linked = linked(event);
        boolean handled = QuarkusTransaction.joiningExisting().call(() -> handleAgain(event, linked));
        follower.wake();
        return handled;
    }

    private boolean handleAgain(FeedEvent event, @Nullable LinkedArticle linked) {
        cursor.lockedPosition();
        boolean waiting = letters.forget(event.id());
        if (waiting) {
            apply(event, linked);
            tellFollowers(event);
        }
        return waiting;
    }

    /** Sets an event aside and moves the cursor past it. An event that the cursor is already past stays as it is. */
    @Transactional
    public void setAside(FeedEvent event, Duration wait) {
        if (event.id() <= cursor.lockedPosition()) {
            return;
        }
        letters.setAside(event, wait);
        cursor.advance(event);
    }

    private @Nullable LinkedArticle linked(FeedEvent event) {
        return event instanceof FeedEvent.Published published ? annotator.annotate(published.article()) : null;
    }

    private void apply(FeedEvent event, @Nullable LinkedArticle linked) {
        switch (event) {
            case FeedEvent.Published published -> store.store(Objects.requireNonNull(linked));
            case FeedEvent.Withdrawn withdrawn -> articles.remove(withdrawn.article());
            case FeedEvent.Other other -> {}
            case FeedEvent.Unreadable unreadable -> throw new IllegalArgumentException(unreadable.problem());
        }
    }

    /** Last, because it takes the lock that all who write to the mention feed wait for. */
    private void tellFollowers(FeedEvent event) {
        switch (event) {
            case FeedEvent.Published published ->
                feed.append(published.article().id());
            case FeedEvent.Withdrawn withdrawn -> feed.append(withdrawn.article());
            case FeedEvent.Other other -> {}
            case FeedEvent.Unreadable unreadable -> {}
        }
    }

    /**
     * Stores what an article mentions by the catalogue as it is, when it is still queued for that. An article that has
     * another version by now stays in the queue.
     */
    public void linkAgain(LinkedArticle linked) {
        ArticleSnapshot article = linked.article();
        QuarkusTransaction.joiningExisting().run(() -> {
            cursor.lockedPosition();
            boolean same = articles.findVersion(article.id()).orElse(0) == article.version();
            if (same && queue.settle(article.id(), linked.position()) && store.storeAgain(linked)) {
                feed.append(article.id());
            }
        });
    }

    /** The same for an article whose text is not here. */
    public void moveMentions(UUID article, long position) {
        QuarkusTransaction.joiningExisting().run(() -> {
            cursor.lockedPosition();
            if (queue.settle(article, position) && store.moveMentions(article)) {
                feed.append(article);
            }
        });
    }
}
