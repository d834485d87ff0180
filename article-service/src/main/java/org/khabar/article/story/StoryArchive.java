package org.khabar.article.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.PublishedArticles;
import org.khabar.article.paging.Page;
import org.khabar.article.paging.PageArguments;
import org.khabar.article.paging.PageRequest;
import org.khabar.article.paging.PagingConfig;

/** Reads stories in batches. Everybody sees of a story what readers see: its published articles. */
@ApplicationScoped
@Transactional
class StoryArchive {

    private final StoryArchiveRepository stories;
    private final PublishedArticles articles;
    private final PagingConfig paging;

    StoryArchive(StoryArchiveRepository stories, PublishedArticles articles, PagingConfig paging) {
        this.stories = stories;
        this.articles = articles;
        this.paging = paging;
    }

    /** The story of each article, in their order; null of one that is not published. One query. */
    List<@Nullable StoryNode> listStoriesOf(List<ArticleNode> of) {
        Map<UUID, ToldStory> told = stories
                .listStoriesOf(of.stream().map(StoryArchive::id).toList())
                .stream()
                .collect(Collectors.toMap(ToldStory::of, Function.identity()));
        return of.stream()
                .<@Nullable StoryNode>map(article -> storyOf(article, told.get(id(article))))
                .toList();
    }

    /** The story with this id, or the one that it was merged into. */
    Optional<StoryNode> findStory(UUID id) {
        List<ToldStory> told = stories.listStories(List.of(id));
        if (!told.isEmpty()) {
            return Optional.of(told.getFirst().toNode());
        }
        return articles.list(List.of(id)).stream()
                .findFirst()
                .map(article ->
                        Objects.requireNonNull(listStoriesOf(List.of(article)).getFirst()));
    }

    /** A page of the articles of each story, in the order of the stories. */
    List<StoryArticleConnection> listArticles(List<StoryNode> of, PageArguments arguments) {
        PageRequest<StoryPosition> request = PageRequest.of(arguments, paging, StoryPosition::of);
        request.refuseLargeBatch(of.size(), paging);
        Map<String, List<UUID>> ids = new LinkedHashMap<>();
        of.forEach(story -> ids.put(story.id(), new ArrayList<>(onlyArticle(story, request))));
        stories.listPages(
                        of.stream()
                                .filter(story -> story.onlyArticle() == null)
                                .map(story -> UUID.fromString(story.id()))
                                .collect(Collectors.toSet()),
                        request)
                .forEach(row ->
                        Objects.requireNonNull(ids.get(row.story().toString())).add(row.article()));
        Map<UUID, ArticleNode> found = articles
                .list(ids.values().stream().flatMap(List::stream).toList())
                .stream()
                .collect(Collectors.toMap(StoryArchive::id, Function.identity(), (one, same) -> one));
        return of.stream()
                .map(story -> page(Objects.requireNonNull(ids.get(story.id())), found, request))
                .toList();
    }

    private static List<UUID> onlyArticle(StoryNode story, PageRequest<StoryPosition> request) {
        return story.onlyArticle() == null || request.after() != null ? List.of() : List.of(story.onlyArticle());
    }

    private static StoryArticleConnection page(
            List<UUID> ids, Map<UUID, ArticleNode> found, PageRequest<StoryPosition> request) {
        List<ArticleNode> rows = ids.stream()
                .filter(found::containsKey)
                .map(found::get)
                .map(Objects::requireNonNull)
                .toList();
        return StoryArticleConnection.of(Page.of(rows, request));
    }

    private static @Nullable StoryNode storyOf(ArticleNode article, @Nullable ToldStory told) {
        if (!ArticleStatus.visibleToReaders().contains(article.status())) {
            return null;
        }
        return told == null ? new StoryNode(article.id(), 1, article.publishedAt(), id(article)) : told.toNode();
    }

    private static UUID id(ArticleNode article) {
        return UUID.fromString(article.id());
    }
}
