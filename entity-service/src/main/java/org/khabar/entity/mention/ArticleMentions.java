package org.khabar.entity.mention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.EntityIdentities;
import org.khabar.entity.mentionfeed.MentionFeedLog;

/**
 * Stores what events of the feed mean for mentions, with the feed's cursor in one transaction. Finding the names
 * takes as long as the text is, so it comes before the transaction and its locks.
 */
@ApplicationScoped
class ArticleMentions {

    private final Annotator annotator;
    private final ArticleRepository articles;
    private final EntityIdentities identities;
    private final MentionStore store;
    private final RelinkQueue queue;
    private final FeedCursor cursor;
    private final DeadLetters letters;
    private final MentionFollower follower;
    private final MentionFeedLog feed;

    ArticleMentions(
            Annotator annotator,
            ArticleRepository articles,
            EntityIdentities identities,
            MentionStore store,
            RelinkQueue queue,
            FeedCursor cursor,
            DeadLetters letters,
            MentionFollower follower,
            MentionFeedLog feed) {
        this.annotator = annotator;
        this.articles = articles;
        this.identities = identities;
        this.store = store;
        this.queue = queue;
        this.cursor = cursor;
        this.letters = letters;
        this.follower = follower;
        this.feed = feed;
    }

    /** An event and, of an article, its links. */
    private record LinkedEvent(FeedEvent event, @Nullable LinkedArticle linked) {}

    /**
     * Handles an event and moves the cursor past it. An event that the cursor is already past does nothing.
     *
     * @throws IllegalArgumentException when the event cannot be understood
     */
    public void handle(FeedEvent event) {
        handle(List.of(event));
    }

    /**
     * Handles events that follow each other and moves the cursor past them, all or none.
     *
     * @param batch of different articles each
     * @throws IllegalArgumentException when one of them cannot be understood
     */
    public void handle(List<FeedEvent> batch) {
        List<LinkedEvent> linked = batch.stream()
                .map(event -> new LinkedEvent(event, linked(event)))
                .toList();
        QuarkusTransaction.joiningExisting().run(() -> handleLinked(linked));
        follower.wake();
    }

    private void handleLinked(List<LinkedEvent> batch) {
        long position = cursor.lockedPosition();
        List<LinkedEvent> fresh =
                batch.stream().filter(linked -> linked.event().id() > position).toList();
        if (fresh.isEmpty()) {
            return;
        }
        List<FeedEvent> events = fresh.stream().map(LinkedEvent::event).toList();
        apply(fresh);
        letters.supersede(events);
        cursor.advance(events.getLast());
        tellFollowers(events);
    }

    /**
     * Handles an event that was set aside, unless a later one of its article has taken its place. The cursor stays where
     * it is, locked, so that neither another try nor a later event can come in between.
     *
     * @return whether it was still to be handled
     * @throws IllegalArgumentException when the event cannot be understood
     */
    public boolean handleAgain(FeedEvent event) {
        LinkedEvent linked = new LinkedEvent(event, linked(event));
        boolean handled = QuarkusTransaction.joiningExisting().call(() -> handleAgain(linked));
        follower.wake();
        return handled;
    }

    private boolean handleAgain(LinkedEvent linked) {
        cursor.lockedPosition();
        boolean waiting = letters.forget(linked.event().id());
        if (waiting) {
            apply(List.of(linked));
            tellFollowers(List.of(linked.event()));
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

    /** Withdrawals, too, count in the rows of names that editors decide about alone. */
    private void apply(List<LinkedEvent> batch) {
        identities.hold();
        store.store(
                batch.stream().map(LinkedEvent::linked).filter(Objects::nonNull).toList());
        batch.forEach(linked -> apply(linked.event()));
    }

    /** Does what is to be done besides storing what was linked. */
    private void apply(FeedEvent event) {
        switch (event) {
            case FeedEvent.Published published -> {}
            case FeedEvent.Withdrawn withdrawn -> articles.remove(withdrawn.article());
            case FeedEvent.Other other -> {}
            case FeedEvent.Unreadable unreadable -> throw new IllegalArgumentException(unreadable.problem());
        }
    }

    /** Last, because it takes the lock that all who write to the mention feed wait for. */
    private void tellFollowers(List<FeedEvent> events) {
        feed.append(events.stream()
                .flatMap(event -> Optional.ofNullable(article(event)).stream())
                .toList());
    }

    private static @Nullable UUID article(FeedEvent event) {
        return switch (event) {
            case FeedEvent.Published published -> published.article().id();
            case FeedEvent.Withdrawn withdrawn -> withdrawn.article();
            case FeedEvent.Other other -> null;
            case FeedEvent.Unreadable unreadable -> null;
        };
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
