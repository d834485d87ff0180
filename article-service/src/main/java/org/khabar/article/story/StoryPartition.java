package org.khabar.article.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which of some articles tell which story: the connected parts of the graph of near-duplicates. The graph alone decides,
 * so the order in which articles came does not matter.
 *
 * <p>A story keeps its id where its oldest article is (ids of articles ascend with the time of import). Where parts that
 * had ids come together, the oldest id stays and the others are merged into it. A new story has the id of its oldest
 * article, unless another story has it already.
 *
 * @param stories the story of each article that does not stand alone, or that may not use its own id for its story
 * @param merged the story that each story which ended was merged into
 */
record StoryPartition(Map<UUID, UUID> stories, Map<UUID, UUID> merged) {

    /** By time of creation, as ids are of version 7. */
    static final Comparator<UUID> OLDEST_FIRST = Comparator.comparing(UUID::toString);

    StoryPartition {
        stories = Map.copyOf(stories);
        merged = Map.copyOf(merged);
    }

    /**
     * @param members the articles, each with the story that it has told so far, null when none
     * @param links between them
     * @param maxArticles of one story; a link that would make a larger one is left out
     * @param isTaken whether a story has this id, or has had it
     * @param newId a new id
     */
    static StoryPartition of(
            Map<UUID, @Nullable UUID> members,
            Collection<StoryLink> links,
            int maxArticles,
            Predicate<UUID> isTaken,
            Supplier<UUID> newId) {
        List<NavigableSet<UUID>> parts = new Components(members.keySet(), maxArticles).joinedBy(links);
        Map<UUID, Integer> owners = owners(members, parts);
        Map<UUID, UUID> stories = new HashMap<>();
        Map<UUID, UUID> merged = new HashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            NavigableSet<UUID> articles = parts.get(part);
            NavigableSet<UUID> owned = ownedBy(part, owners);
            UUID founder = articles.first();
            boolean needsId = articles.size() > 1 || isTaken.test(founder);
            if (owned.isEmpty() && !needsId) {
                continue;
            }
            UUID story = owned.isEmpty() ? newStory(founder, isTaken, newId) : owned.first();
            articles.forEach(article -> stories.put(article, story));
            owned.tailSet(story, false).forEach(other -> merged.put(other, story));
        }
        return new StoryPartition(stories, merged);
    }

    private static UUID newStory(UUID founder, Predicate<UUID> isTaken, Supplier<UUID> newId) {
        return isTaken.test(founder) ? newId.get() : founder;
    }

    /** For each story that there was, the part that has its oldest article. */
    private static Map<UUID, Integer> owners(Map<UUID, @Nullable UUID> members, List<NavigableSet<UUID>> parts) {
        Map<UUID, Integer> partOf = new HashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            for (UUID article : parts.get(part)) {
                partOf.put(article, part);
            }
        }
        Map<UUID, Integer> owners = new HashMap<>();
        List<UUID> oldestFirst = new ArrayList<>(members.keySet());
        oldestFirst.sort(OLDEST_FIRST);
        for (UUID article : oldestFirst) {
            UUID story = members.get(article);
            Integer part = partOf.get(article);
            if (story != null && part != null) {
                owners.putIfAbsent(story, part);
            }
        }
        return owners;
    }

    private static NavigableSet<UUID> ownedBy(int part, Map<UUID, Integer> owners) {
        NavigableSet<UUID> owned = new TreeSet<>(OLDEST_FIRST);
        owners.forEach((story, owner) -> {
            if (owner == part) {
                owned.add(story);
            }
        });
        return owned;
    }

    /** Sets of articles that grow together. */
    private static final class Components {
        private final Map<UUID, NavigableSet<UUID>> setOf = new HashMap<>();
        private final int maxArticles;

        Components(Collection<UUID> articles, int maxArticles) {
            this.maxArticles = maxArticles;
            for (UUID article : articles) {
                NavigableSet<UUID> alone = new TreeSet<>(OLDEST_FIRST);
                alone.add(article);
                setOf.put(article, alone);
            }
        }

        /** The sets, by their oldest article. */
        List<NavigableSet<UUID>> joinedBy(Collection<StoryLink> links) {
            links.stream()
                    .sorted(Comparator.comparing(StoryLink::greater, OLDEST_FIRST)
                            .thenComparing(StoryLink::lesser, OLDEST_FIRST))
                    .forEach(this::join);
            Set<NavigableSet<UUID>> sets = Collections.newSetFromMap(new IdentityHashMap<>());
            sets.addAll(setOf.values());
            return sets.stream()
                    .sorted(Comparator.comparing(NavigableSet::first, OLDEST_FIRST))
                    .toList();
        }

        private void join(StoryLink link) {
            NavigableSet<UUID> one = setOf.get(link.lesser());
            NavigableSet<UUID> other = setOf.get(link.greater());
            if (one == null || other == null || one == other || one.size() + other.size() > maxArticles) {
                return;
            }
            NavigableSet<UUID> larger = one.size() >= other.size() ? one : other;
            NavigableSet<UUID> smaller = larger == one ? other : one;
            larger.addAll(smaller);
            smaller.forEach(article -> setOf.put(article, larger));
        }
    }
}
