package org.khabar.entity.mention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.khabar.entity.linking.Link;
import org.khabar.entity.mentionfeed.MentionFeedLog;

/**
 * Stores what events of the feed mean for mentions, each with the feed's cursor in one transaction. Finding the names
 * takes as long as the text is, so it comes before the transaction and its locks.
 */
@ApplicationScoped
class ArticleMentions {

    private static final Logger LOG = Logger.getLogger(ArticleMentions.class);

    /** The headline is the first passage, so blocks count from the second. */
    private static final int FIRST_BLOCK = 1;

    private final Annotator annotator;
    private final ArticleRepository articles;
    private final MentionRepository mentions;
    private final FeedCursor cursor;
    private final DeadLetters letters;
    private final LinkingConfig config;
    private final MentionEvents events;
    private final MentionFollower follower;
    private final MentionFeedLog feed;

    ArticleMentions(
            Annotator annotator,
            ArticleRepository articles,
            MentionRepository mentions,
            FeedCursor cursor,
            DeadLetters letters,
            LinkingConfig config,
            MentionEvents events,
            MentionFollower follower,
            MentionFeedLog feed) {
        this.annotator = annotator;
        this.articles = articles;
        this.mentions = mentions;
        this.cursor = cursor;
        this.letters = letters;
        this.config = config;
        this.events = events;
        this.follower = follower;
        this.feed = feed;
    }

    /**
     * Handles an event and moves the cursor past it. An event that the cursor is already past does nothing.
     *
     * @throws IllegalArgumentException when the event cannot be understood
     */
    public void handle(FeedEvent event) {
        List<Link> links = links(event);
        QuarkusTransaction.joiningExisting().run(() -> handle(event, links));
        follower.wake();
    }

    private void handle(FeedEvent event, List<Link> links) {
        if (event.id() <= cursor.lockedPosition()) {
            return;
        }
        apply(event, links);
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
        List<Link> links = links(event);
        boolean handled = QuarkusTransaction.joiningExisting().call(() -> handleAgain(event, links));
        follower.wake();
        return handled;
    }

    private boolean handleAgain(FeedEvent event, List<Link> links) {
        cursor.lockedPosition();
        boolean waiting = letters.forget(event.id());
        if (waiting) {
            apply(event, links);
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

    private List<Link> links(FeedEvent event) {
        return event instanceof FeedEvent.Published published
                ? annotator.annotate(
                        passages(published.article()), published.article().language())
                : List.of();
    }

    private void apply(FeedEvent event, List<Link> links) {
        switch (event) {
            case FeedEvent.Published published -> store(published.article(), links);
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

    private void store(ArticleSnapshot article, List<Link> links) {
        boolean outdated = articles.findVersion(article.id()).orElse(0) > article.version();
        if (outdated) {
            return;
        }
        List<FoundMention> decided = mentions.listDecided(article.id()).stream()
                .map(MentionRow::found)
                .toList();
        List<FoundMention> found = most(article, Decisions.merge(decided, article.blocks(), inBlocks(links)));
        List<EntityShare> shares = EntityShare.of(found, inHeadline(links));
        Set<UUID> before = events.listEntities(article.id());
        articles.store(article);
        mentions.replace(article.id(), found, shares);
        events.append(
                article.id(),
                shares.stream()
                        .filter(share -> !before.contains(share.entity()))
                        .toList());
    }

    /** The decided ones and the first of the others: an article of more could be neither stored in time nor answered. */
    private List<FoundMention> most(ArticleSnapshot article, List<FoundMention> found) {
        if (found.size() <= config.maxMentions()) {
            return found;
        }
        LOG.warnf(
                "Article %s has %d mentions; the first %d are stored.",
                article.id(), found.size(), config.maxMentions());
        return found.subList(0, config.maxMentions());
    }

    private static List<String> passages(ArticleSnapshot article) {
        List<String> passages = new ArrayList<>();
        passages.add(article.headline());
        passages.addAll(article.blocks());
        return passages;
    }

    private static List<FoundMention> inBlocks(List<Link> links) {
        return links.stream()
                .filter(link -> link.passage() >= FIRST_BLOCK)
                .map(link -> FoundMention.of(link, link.passage() - FIRST_BLOCK))
                .toList();
    }

    private static Set<UUID> inHeadline(List<Link> links) {
        return links.stream()
                .filter(link -> link.passage() < FIRST_BLOCK)
                .map(Link::entity)
                .collect(Collectors.toSet());
    }
}
