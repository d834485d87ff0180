package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.khabar.entity.candidate.SeenName;
import org.khabar.entity.candidate.SeenNames;
import org.khabar.entity.catalogue.EntityIdentities;
import org.khabar.entity.mention.MentionRepository.Mentions;
import org.khabar.entity.ruling.ArticleRulings;
import org.khabar.entity.ruling.Ruling;
import org.khabar.entity.ruling.Rulings;

/**
 * Writes down what articles mention. The caller holds the lock on the feed's cursor, so an article has one writer at a
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
    private record Found(Mentions mentions, boolean outdated) {}

    /** What editors have decided about an article by now, and what that makes of it. */
    private record Decided(ArticleRulings before, ArticleRulings ruled, List<FoundMention> mentions) {}

    /** Stores an article with its mentions, unless a later version of it is stored. */
    void store(LinkedArticle linked) {
        store(List.of(linked));
    }

    /** Stores articles with their mentions, each once, except those of which a later version is stored. */
    void store(List<LinkedArticle> batch) {
        if (batch.isEmpty()) {
            return;
        }
        identities.hold();
        Map<UUID, Integer> stored =
                articles.listVersions(batch.stream().map(LinkedArticle::id).toList());
        List<LinkedArticle> current = batch.stream()
                .filter(linked ->
                        stored.getOrDefault(linked.id(), 0) <= linked.article().version())
                .toList();
        if (current.isEmpty()) {
            return;
        }
        Map<UUID, Set<UUID>> namedBefore = events.listEntities(stored.keySet());
        Map<UUID, Found> now = find(current);
        articles.store(current.stream().map(LinkedArticle::article).toList());
        texts.store(current.stream().map(LinkedArticle::article).toList());
        mentions.replace(mapped(current, linked -> found(now, linked).mentions()));
        Map<UUID, List<SeenName>> names = seen.replace(mapped(current, LinkedArticle::seenNames));
        current.forEach(linked ->
                tell(linked.id(), found(now, linked).mentions().found(), names.getOrDefault(linked.id(), List.of())));
        events.append(mapped(
                current,
                linked -> news(found(now, linked).mentions(), namedBefore.getOrDefault(linked.id(), Set.of()))));
        queueIfOutdated(current, now);
    }

    private static Found found(Map<UUID, Found> all, LinkedArticle linked) {
        return Objects.requireNonNull(all.get(linked.id()));
    }

    private static List<EntityShare> news(Mentions now, Set<UUID> before) {
        return now.shares().stream()
                .filter(share -> !before.contains(share.entity()))
                .toList();
    }

    /** By article, in the order of the articles. */
    private static <T> Map<UUID, T> mapped(List<LinkedArticle> articles, Function<LinkedArticle, T> value) {
        Map<UUID, T> mapped = new LinkedHashMap<>();
        articles.forEach(linked -> mapped.put(linked.id(), value.apply(linked)));
        return mapped;
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
        Map<UUID, Found> now = find(List.of(linked));
        Mentions found = found(now, linked).mentions();
        boolean changed = replace(article, before, found);
        tell(article, found.found(), seen.replace(article, linked.seenNames()));
        queueIfOutdated(List.of(linked), now);
        return changed;
    }

    private void queueIfOutdated(List<LinkedArticle> batch, Map<UUID, Found> now) {
        Set<UUID> undecided = batch.stream()
                .filter(linked -> found(now, linked).outdated())
                .map(LinkedArticle::id)
                .collect(Collectors.toSet());
        queue.addOutdated(mapped(batch, LinkedArticle::position), undecided);
    }

    private void tell(UUID article, List<FoundMention> found, List<SeenName> names) {
        List<StoredMention> stored = found.stream()
                .map(mention -> StoredMention.of(article, mention))
                .toList();
        observers.forEach(observer -> observer.stored(article, stored, names));
    }

    /**
     * Brings the mentions of an article without a text in line with the catalogue and with what editors decided, as far as that
     * goes: they move to the entities that stand for theirs, those of hidden ones go, and those that were rejected. What is
     * decided no more is of the entity that it was of at first.
     *
     * @return whether there were others before
     */
    boolean moveMentions(UUID article) {
        identities.hold();
        List<FoundMention> before = mentions.listAll(article);
        ArticleRulings ruled = rulings.of(article);
        rulings.follow(ruled, ruled);
        List<FoundMention> given = given(before, ruled);
        Standing standing = Standing.of(
                identities.listByIds(given.stream().map(FoundMention::entity).toList()));
        List<FoundMention> found = standing.ofExisting(given).stream()
                .filter(mention -> mention.status() != MentionStatus.AUTO
                        || !standing.shown(List.of(mention.entity())).isEmpty())
                .toList();
        boolean changed =
                replace(article, before, new Mentions(found, EntityShare.of(standing.ofShown(found), Set.of())));
        tell(article, found, List.of());
        return changed;
    }

    /** The mentions as editors have decided them; whom a stretch means is said by the ruling on it, whatever overlaps it. */
    private List<FoundMention> given(List<FoundMention> mentions, ArticleRulings ruled) {
        return mentions.stream()
                .map(mention -> ruled.rulings().stream()
                        .filter(ruling -> ruling.isOn(mention.block(), mention.start(), mention.end()))
                        .findFirst()
                        .map(ruling -> given(mention, ruling))
                        .orElse(mention))
                .filter(mention -> mention.status() == MentionStatus.CONFIRMED
                        || !ruled.exclude(mention.entity(), mention.block(), mention.start(), mention.end()))
                .toList();
    }

    private FoundMention given(FoundMention mention, Ruling ruling) {
        UUID meant = ruling.verdict().meant();
        if (meant != null) {
            return mention.decided(meant);
        }
        return mention.status() == MentionStatus.CONFIRMED
                ? mention.undecided(rulings.getFirstEntity(ruling))
                : mention;
    }

    private boolean replace(UUID article, List<FoundMention> before, Mentions now) {
        boolean same = Set.copyOf(before).equals(Set.copyOf(now.found()))
                && mentions.listShares(article).equals(Set.copyOf(now.shares()));
        if (!same) {
            mentions.replace(Map.of(article, now));
        }
        return !same;
    }

    private Map<UUID, Found> find(List<LinkedArticle> batch) {
        Map<UUID, Decided> decided = mapped(batch, this::decide);
        Set<UUID> entities = new HashSet<>();
        decided.values().forEach(article -> article.mentions().forEach(mention -> entities.add(mention.entity())));
        batch.forEach(linked -> linked.links().forEach(link -> entities.add(link.entity())));
        Standing standing = Standing.of(identities.listByIds(entities));
        return mapped(batch, linked -> find(linked, Objects.requireNonNull(decided.get(linked.id())), standing));
    }

    private Decided decide(LinkedArticle linked) {
        ArticleRulings before = rulings.ofSince(linked.id(), linked.rulings());
        ArticleRulings ruled = before.in(linked.article().blocks());
        rulings.follow(before, ruled);
        List<FoundMention> decided = ruled.meaning().stream()
                .map(FoundMention::of)
                .flatMap(Optional::stream)
                .toList();
        return new Decided(before, ruled, decided);
    }

    private Found find(LinkedArticle linked, Decided decided, Standing standing) {
        List<FoundMention> found = new ArrayList<>(standing.ofExisting(decided.mentions()));
        standing.ofShown(linked.inBlocks()).stream()
                .filter(mention ->
                        !decided.ruled().exclude(mention.entity(), mention.block(), mention.start(), mention.end()))
                .filter(mention -> decided.mentions().stream().noneMatch(mention::overlaps))
                .forEach(found::add);
        List<FoundMention> most = most(linked.article(), found);
        Mentions mentions =
                new Mentions(most, EntityShare.of(standing.ofShown(most), standing.shown(linked.inHeadline())));
        return new Found(mentions, decided.before().stamp() != linked.rulings().stamp());
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
