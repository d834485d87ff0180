package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.khabar.entity.candidate.SeenName;
import org.khabar.entity.candidate.SeenNames;
import org.khabar.entity.catalogue.EntityIdentities;
import org.khabar.entity.ruling.ArticleRulings;
import org.khabar.entity.ruling.Rulings;

/**
 * Writes down what an article mentions. The caller holds the lock on the feed's cursor, so an article has one writer at a
 * time; here the catalogue is kept from changing as well, until the caller's transaction ends. What was found with a
 * dictionary that the catalogue has left behind by then is stored, and queued to be found again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MentionStore {

    private static final Logger LOG = Logger.getLogger(MentionStore.class);

    private final ArticleRepository articles;
    private final ArticleTexts texts;
    private final MentionRepository mentions;
    private final Rulings rulings;
    private final EntityIdentities identities;
    private final MentionEvents events;
    private final RelinkQueue queue;
    private final SeenNames seen;
    private final Instance<MentionObserver> observers;
    private final LinkingConfig config;

    MentionStore(
            ArticleRepository articles,
            ArticleTexts texts,
            MentionRepository mentions,
            Rulings rulings,
            EntityIdentities identities,
            MentionEvents events,
            RelinkQueue queue,
            SeenNames seen,
            @Any Instance<MentionObserver> observers,
            LinkingConfig config) {
        this.articles = articles;
        this.texts = texts;
        this.mentions = mentions;
        this.rulings = rulings;
        this.identities = identities;
        this.events = events;
        this.queue = queue;
        this.seen = seen;
        this.observers = observers;
        this.config = config;
    }

    /** @param outdated whether editors have decided something since the article was linked */
    private record Mentions(List<FoundMention> found, List<EntityShare> shares, boolean outdated) {}

    /** Stores an article with its mentions, unless a later version of it is stored. */
    void store(LinkedArticle linked) {
        ArticleSnapshot article = linked.article();
        identities.hold();
        boolean outdated = articles.findVersion(article.id()).orElse(0) > article.version();
        if (outdated) {
            return;
        }
        Mentions now = mentions(linked);
        Set<UUID> before = events.listEntities(article.id());
        articles.store(article);
        texts.store(article);
        mentions.replace(article.id(), now.found(), now.shares());
        tell(article.id(), now.found(), seen.replace(article.id(), linked.seenNames()));
        events.append(
                article.id(),
                now.shares().stream()
                        .filter(share -> !before.contains(share.entity()))
                        .toList());
        queueIfOutdated(linked, now);
    }

    /**
     * Stores the mentions of an article that is stored already, at the same version. Subscribers are not told: it is no news.
     *
     * @return whether there were others before
     */
    boolean storeAgain(LinkedArticle linked) {
        UUID article = linked.article().id();
        identities.hold();
        List<FoundMention> before = mentions.listAll(article);
        Mentions now = mentions(linked);
        boolean changed = replace(article, before, now);
        tell(article, now.found(), seen.replace(article, linked.seenNames()));
        queueIfOutdated(linked, now);
        return changed;
    }

    private void queueIfOutdated(LinkedArticle linked, Mentions now) {
        UUID article = linked.article().id();
        queue.addIfChanged(article, linked.position());
        if (now.outdated()) {
            queue.add(article);
        }
    }

    private void tell(UUID article, List<FoundMention> found, List<SeenName> names) {
        List<StoredMention> stored = found.stream()
                .map(mention -> StoredMention.of(article, mention))
                .toList();
        observers.forEach(observer -> observer.stored(article, stored, names));
    }

    /**
     * Brings the mentions of an article without a text in line with the catalogue and with what editors decided, as far as that
     * goes: they move to the entities that stand for theirs, those of hidden ones go, and those that were rejected.
     *
     * @return whether there were others before
     */
    boolean moveMentions(UUID article) {
        identities.hold();
        List<FoundMention> before = mentions.listAll(article);
        List<FoundMention> given = given(before, rulings.of(article));
        Standing standing = standing(given, List.of(), Set.of());
        List<FoundMention> found = standing.ofExisting(given).stream()
                .filter(mention -> mention.status() != MentionStatus.AUTO
                        || !standing.shown(List.of(mention.entity())).isEmpty())
                .toList();
        boolean changed =
                replace(article, before, new Mentions(found, EntityShare.of(standing.ofShown(found), Set.of()), false));
        tell(article, found, List.of());
        return changed;
    }

    /** The mentions as editors have decided them, by the places where they begin. */
    private static List<FoundMention> given(List<FoundMention> mentions, ArticleRulings rulings) {
        return mentions.stream()
                .map(mention -> rulings.meaning().stream()
                        .filter(ruling -> ruling.stretch().block() == mention.block()
                                && ruling.stretch().start() == mention.start())
                        .findFirst()
                        .map(ruling -> mention.decided(
                                Objects.requireNonNull(ruling.verdict().meant())))
                        .orElse(mention))
                .filter(mention -> !rulings.exclude(mention.entity(), mention.block(), mention.start(), mention.end()))
                .toList();
    }

    private boolean replace(UUID article, List<FoundMention> before, Mentions now) {
        boolean same = Set.copyOf(before).equals(Set.copyOf(now.found()))
                && mentions.listShares(article).equals(Set.copyOf(now.shares()));
        if (!same) {
            mentions.replace(article, now.found(), now.shares());
        }
        return !same;
    }

    private Mentions mentions(LinkedArticle linked) {
        ArticleSnapshot article = linked.article();
        ArticleRulings before = rulings.ofSince(article.id(), linked.rulings());
        ArticleRulings ruled = before.in(article.blocks());
        rulings.follow(before, ruled);
        List<FoundMention> decided = ruled.meaning().stream()
                .map(FoundMention::of)
                .flatMap(Optional::stream)
                .toList();
        List<FoundMention> inBlocks = linked.inBlocks();
        Standing standing = standing(decided, inBlocks, linked.inHeadline());
        List<FoundMention> found = new ArrayList<>(standing.ofExisting(decided));
        standing.ofShown(inBlocks).stream()
                .filter(mention -> !ruled.exclude(mention.entity(), mention.block(), mention.start(), mention.end()))
                .filter(mention -> decided.stream().noneMatch(mention::overlaps))
                .forEach(found::add);
        List<FoundMention> most = most(article, found);
        return new Mentions(
                most,
                EntityShare.of(standing.ofShown(most), standing.shown(linked.inHeadline())),
                before.stamp() != linked.rulings().stamp());
    }

    /** Of the entities themselves as well as of those that stand for them. */
    private Standing standing(List<FoundMention> decided, List<FoundMention> linked, Collection<UUID> headline) {
        Set<UUID> entities = new HashSet<>(headline);
        decided.forEach(mention -> entities.add(mention.entity()));
        linked.forEach(mention -> entities.add(mention.entity()));
        return Standing.of(identities.listByIds(entities));
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
}
