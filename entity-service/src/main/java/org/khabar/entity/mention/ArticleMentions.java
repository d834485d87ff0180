package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.khabar.entity.linking.Link;

/** Stores what events of the feed mean for mentions, each with the feed's cursor in one transaction. */
@ApplicationScoped
class ArticleMentions {

    /** The headline is the first passage, so blocks count from the second. */
    private static final int FIRST_BLOCK = 1;

    private final Annotator annotator;
    private final ArticleRepository articles;
    private final MentionRepository mentions;
    private final FeedCursor cursor;
    private final DeadLetters letters;

    ArticleMentions(
            Annotator annotator,
            ArticleRepository articles,
            MentionRepository mentions,
            FeedCursor cursor,
            DeadLetters letters) {
        this.annotator = annotator;
        this.articles = articles;
        this.mentions = mentions;
        this.cursor = cursor;
        this.letters = letters;
    }

    /**
     * Handles an event and moves the cursor past it. An event that the cursor is already past does nothing.
     *
     * @throws IllegalArgumentException when the event cannot be understood
     */
    @Transactional
    public void handle(FeedEvent event) {
        if (event.id() <= cursor.lockedPosition()) {
            return;
        }
        apply(event);
        letters.supersede(event);
        cursor.advance(event);
    }

    /**
     * Handles an event that was set aside, unless a later one of its article has taken its place. The cursor stays where
     * it is, locked, so that neither another try nor a later event can come in between.
     *
     * @return whether it was still to be handled
     * @throws IllegalArgumentException when the event cannot be understood
     */
    @Transactional
    public boolean handleAgain(FeedEvent event) {
        cursor.lockedPosition();
        boolean waiting = letters.forget(event.id());
        if (waiting) {
            apply(event);
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

    private void apply(FeedEvent event) {
        switch (event) {
            case FeedEvent.Published published -> store(published.article());
            case FeedEvent.Withdrawn withdrawn -> articles.remove(withdrawn.article());
            case FeedEvent.Other other -> {}
            case FeedEvent.Unreadable unreadable -> throw new IllegalArgumentException(unreadable.problem());
        }
    }

    private void store(ArticleSnapshot article) {
        boolean outdated = articles.findVersion(article.id()).orElse(0) > article.version();
        if (outdated) {
            return;
        }
        List<Link> links = annotator.annotate(passages(article), article.language());
        List<FoundMention> decided = mentions.listDecided(article.id()).stream()
                .map(MentionRow::found)
                .toList();
        List<FoundMention> found = Decisions.merge(decided, article.blocks(), inBlocks(links));
        articles.store(article);
        mentions.replace(article.id(), found, EntityShare.of(found, inHeadline(links)));
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
