package org.khabar.article.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleObserver;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.WrittenArticle;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletRegistry;

/**
 * Keeps who tells which story as articles are written, in the transaction that writes them. An article whose text or
 * time changed is looked at anew; one that is no longer published leaves its story, which falls apart where the article
 * alone held it together.
 *
 * <p>Two transactions whose articles might be near-duplicates wait for each other before they look, and all that change
 * stories do before they change them; so copies that come at once, on several replicas, end in one story.
 */
@ApplicationScoped
class StoryKeeper implements ArticleObserver {

    private final StoryRepository repository;
    private final StoryFinder finder;
    private final OutletRegistry outlets;
    private final StoryConfig config;

    StoryKeeper(StoryRepository repository, StoryFinder finder, OutletRegistry outlets, StoryConfig config) {
        this.repository = repository;
        this.finder = finder;
        this.outlets = outlets;
        this.config = config;
    }

    @Override
    public void written(List<WrittenArticle> articles) {
        Map<UUID, StoryText> texts = texts(articles);
        List<StorySketch> sketches = sketches(articles, texts);
        Set<UUID> known = new HashSet<>();
        articles.stream().filter(article -> !article.created()).forEach(article -> known.add(article.id()));
        List<StorySketch> before = known.isEmpty() ? List.of() : repository.listSketches(known);
        takeIn(sketches, before);
        Set<StoryLink> links = finder.findLinks(sketches, texts);
        if (!links.isEmpty() || (!known.isEmpty() && repository.isAnyInStory(known))) {
            regroup(articles, known, links);
        }
    }

    private void takeIn(List<StorySketch> sketches, List<StorySketch> before) {
        repository.lockBands(Stream.concat(sketches.stream(), before.stream())
                .flatMapToInt(sketch -> Arrays.stream(sketch.bands()))
                .boxed()
                .toList());
        if (!before.isEmpty()) {
            repository.deleteSketches(before);
        }
        if (!sketches.isEmpty()) {
            repository.insertSketches(sketches);
        }
    }

    private void regroup(List<WrittenArticle> articles, Set<UUID> known, Set<StoryLink> links) {
        repository.lockPartition();
        if (!known.isEmpty()) {
            repository.deleteLinks(known);
        }
        repository.insertLinks(links);
        Set<UUID> touched = new LinkedHashSet<>();
        articles.forEach(article -> touched.add(article.id()));
        links.forEach(link -> touched.addAll(List.of(link.lesser(), link.greater())));
        Map<UUID, @Nullable UUID> affected = repository.findAffected(touched);
        Map<UUID, @Nullable UUID> staying = new HashMap<>(affected);
        articles.stream().filter(article -> !isPublished(article)).forEach(article -> staying.remove(article.id()));
        Collection<UUID> ids = staying.keySet();
        StoryPartition partition = StoryPartition.of(
                staying,
                repository.listLinks(ids),
                config.maxArticles(),
                repository.findTaken(ids)::contains,
                repository::newId);
        repository.write(partition, affected.keySet());
    }

    private Map<UUID, StoryText> texts(List<WrittenArticle> articles) {
        UUID unknown = outlets.getByCode(Outlet.UNKNOWN).id();
        Map<UUID, StoryText> texts = new HashMap<>();
        for (WrittenArticle article : articles) {
            StoryText text = StoryText.of(article.content(), unknown);
            if (isPublished(article) && text.isLongEnough()) {
                texts.put(article.id(), text);
            }
        }
        return texts;
    }

    private static List<StorySketch> sketches(List<WrittenArticle> articles, Map<UUID, StoryText> texts) {
        List<StorySketch> sketches = new ArrayList<>();
        for (WrittenArticle article : articles) {
            if (texts.containsKey(article.id())) {
                StoryText text = Objects.requireNonNull(texts.get(article.id()));
                sketches.add(StorySketch.of(article.id(), article.content().publishedAt(), text.shingles()));
            }
        }
        return sketches;
    }

    private static boolean isPublished(WrittenArticle article) {
        return ArticleStatus.visibleToReaders().contains(article.status());
    }
}
