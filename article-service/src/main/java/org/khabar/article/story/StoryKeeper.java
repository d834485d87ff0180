package org.khabar.article.story;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleObserver;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.WrittenArticle;

/**
 * Keeps who tells which story as articles are written, in the transaction that writes them. An article whose text or
 * time changed is looked at anew; one that is no longer published leaves its story, which falls apart where the article
 * alone held it together.
 *
 * <p>Two transactions whose articles might be near-duplicates wait for each other before they look, and all that change
 * stories do before they change them; so copies that come at once, on several replicas, end in one story. Other observers
 * come first, so that nobody waits for what they do.
 */
@ApplicationScoped
@Priority(-1)
class StoryKeeper implements ArticleObserver {

    private final StoryRepository repository;
    private final StoryFinder finder;
    private final StoryConfig config;

    StoryKeeper(StoryRepository repository, StoryFinder finder, StoryConfig config) {
        this.repository = repository;
        this.finder = finder;
        this.config = config;
    }

    @Override
    public boolean mayFollow() {
        return true;
    }

    @Override
    public void written(List<WrittenArticle> articles) {
        List<StorySketch> sketches = articles.stream()
                .filter(StoryKeeper::isPublished)
                .flatMap(article -> StorySketch.find(article.id(), article.content()).stream())
                .toList();
        Set<UUID> known = new HashSet<>();
        articles.stream().filter(article -> !article.created()).forEach(article -> known.add(article.id()));
        List<StorySketch> before = known.isEmpty() ? List.of() : repository.listSketches(known);
        takeIn(sketches, before);
        Set<StoryLink> links = finder.findLinks(sketches, contents(articles));
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

    private static Map<UUID, ArticleContent> contents(List<WrittenArticle> articles) {
        return articles.stream().collect(Collectors.toMap(WrittenArticle::id, WrittenArticle::content));
    }

    private static boolean isPublished(WrittenArticle article) {
        return ArticleStatus.visibleToReaders().contains(article.status());
    }
}
