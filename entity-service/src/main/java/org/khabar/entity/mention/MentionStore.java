package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.khabar.entity.candidate.SeenNames;
import org.khabar.entity.catalogue.EntityIdentities;

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
    private final Reassignments reassignments;
    private final EntityIdentities identities;
    private final MentionEvents events;
    private final RelinkQueue queue;
    private final SeenNames seen;
    private final LinkingConfig config;

    MentionStore(
            ArticleRepository articles,
            ArticleTexts texts,
            MentionRepository mentions,
            Reassignments reassignments,
            EntityIdentities identities,
            MentionEvents events,
            RelinkQueue queue,
            SeenNames seen,
            LinkingConfig config) {
        this.articles = articles;
        this.texts = texts;
        this.mentions = mentions;
        this.reassignments = reassignments;
        this.identities = identities;
        this.events = events;
        this.queue = queue;
        this.seen = seen;
        this.config = config;
    }

    private record Mentions(List<FoundMention> found, List<EntityShare> shares) {}

    /** Stores an article with its mentions, unless a later version of it is stored. */
    void store(LinkedArticle linked) {
        ArticleSnapshot article = linked.article();
        identities.hold();
        boolean outdated = articles.findVersion(article.id()).orElse(0) > article.version();
        if (outdated) {
            return;
        }
        Mentions now = mentions(linked, mentions.listAll(article.id()));
        Set<UUID> before = events.listEntities(article.id());
        articles.store(article);
        texts.store(article);
        mentions.replace(article.id(), now.found(), now.shares());
        seen.replace(article.id(), linked.seenNames());
        events.append(
                article.id(),
                now.shares().stream()
                        .filter(share -> !before.contains(share.entity()))
                        .toList());
        queue.addIfChanged(article.id(), linked.position());
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
        boolean changed = replace(article, before, mentions(linked, before));
        seen.replace(article, linked.seenNames());
        queue.addIfChanged(article, linked.position());
        return changed;
    }

    /**
     * Brings the mentions of an article without a text in line with the catalogue, as far as that goes: they move to the
     * entities that stand for theirs, and those of hidden ones go.
     *
     * @return whether there were others before
     */
    boolean moveMentions(UUID article) {
        identities.hold();
        List<FoundMention> before = mentions.listAll(article);
        List<FoundMention> given = reassignments.take(article, before);
        Standing standing = standing(given, List.of(), Set.of());
        List<FoundMention> found = standing.ofExisting(given).stream()
                .filter(mention -> mention.status() != MentionStatus.AUTO
                        || !standing.shown(List.of(mention.entity())).isEmpty())
                .toList();
        return replace(article, before, new Mentions(found, EntityShare.of(standing.ofShown(found), Set.of())));
    }

    private boolean replace(UUID article, List<FoundMention> before, Mentions now) {
        boolean same = Set.copyOf(before).equals(Set.copyOf(now.found()))
                && mentions.listShares(article).equals(Set.copyOf(now.shares()));
        if (!same) {
            mentions.replace(article, now.found(), now.shares());
        }
        return !same;
    }

    private Mentions mentions(LinkedArticle linked, List<FoundMention> stored) {
        ArticleSnapshot article = linked.article();
        List<FoundMention> decided = reassignments.take(article.id(), stored).stream()
                .filter(mention -> mention.status() != MentionStatus.AUTO)
                .toList();
        List<FoundMention> inBlocks = linked.inBlocks();
        Standing standing = standing(decided, inBlocks, linked.inHeadline());
        List<FoundMention> found = most(
                article, Decisions.merge(standing.ofExisting(decided), article.blocks(), standing.ofShown(inBlocks)));
        return new Mentions(found, EntityShare.of(standing.ofShown(found), standing.shown(linked.inHeadline())));
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
