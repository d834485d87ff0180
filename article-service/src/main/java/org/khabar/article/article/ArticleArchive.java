package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.paging.Page;
import org.khabar.article.paging.PageArguments;
import org.khabar.article.paging.PageRequest;
import org.khabar.article.paging.PagingConfig;
import org.khabar.article.subject.SubjectCode;
import org.khabar.article.subject.SubjectNode;
import org.khabar.article.subject.SubjectVocabulary;
import org.khabar.article.text.StorableText;

/** Reads articles and revisions, in batches, as far as the caller may see them. */
@ApplicationScoped
@Transactional
class ArticleArchive {

    private final ArticleRepository articles;
    private final RevisionRepository revisions;
    private final OutletRegistry outlets;
    private final SubjectVocabulary subjects;
    private final PagingConfig paging;

    ArticleArchive(
            ArticleRepository articles,
            RevisionRepository revisions,
            OutletRegistry outlets,
            SubjectVocabulary subjects,
            PagingConfig paging) {
        this.articles = articles;
        this.revisions = revisions;
        this.outlets = outlets;
        this.subjects = subjects;
        this.paging = paging;
    }

    /** The articles with these ids, in their order; null where there is none that may be seen. One query. */
    List<@Nullable ArticleNode> listByIds(List<String> ids, Set<ArticleStatus> visible) {
        refuseLargeBatch(ids.size());
        Set<UUID> known = ids.stream()
                .map(ArticleArchive::parseId)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Map<UUID, ArticleNode> found = articles.listVisible(known, visible).stream()
                .collect(Collectors.toMap(article -> article.id, ArticleNode::of));
        return ids.stream()
                .<@Nullable ArticleNode>map(id -> parseId(id).map(found::get).orElse(null))
                .toList();
    }

    /** @param onePerStory whether of the articles that tell one story only the earliest is in the list */
    ArticleConnection listPage(
            ArticleFilter filter, PageArguments arguments, boolean onePerStory, Set<ArticleStatus> visible) {
        PageRequest<ArticlePosition> request = PageRequest.of(arguments, paging, ArticlePosition::of);
        ArticleSelection selection = select(filter, visible).withOnePerStory(onePerStory);
        List<ArticleNode> rows = articles.listPage(selection, request).stream()
                .map(ArticleNode::of)
                .toList();
        return ArticleConnection.of(Page.of(rows, request), selection);
    }

    int count(ArticleSelection selection) {
        return Math.toIntExact(articles.count(selection));
    }

    /** The blocks of each article as it was when it was read, in their order. One query. */
    List<List<BlockNode>> listBlocks(List<ArticleNode> of) {
        List<RevisionEntity.Key> keys =
                of.stream().map(ArticleNode::revisionKey).distinct().toList();
        Map<RevisionEntity.Key, List<BlockNode>> blocks = revisions.listByKeys(keys).stream()
                .collect(Collectors.toMap(revision -> revision.key, revision -> BlockNode.listOf(revision.blocks)));
        return of.stream()
                .map(article -> Objects.requireNonNull(blocks.get(article.revisionKey())))
                .toList();
    }

    /** A page of each article's revisions, in the order of the articles. One query, or two to count as well. */
    List<RevisionConnection> listRevisions(List<ArticleNode> of, RevisionPageKey.Kind kind) {
        PageRequest<Integer> request = PageRequest.of(kind.arguments(), paging, RevisionEdge::version);
        refuseLargeBatch((long) of.size() * request.size());
        RevisionView view =
                RevisionView.of(of.stream().map(ArticleNode::inHistory).collect(Collectors.toSet()), kind.newsroom());
        Map<UUID, List<RevisionEntity>> rows = revisions.listPages(view, request, kind.textWanted()).stream()
                .collect(Collectors.groupingBy(revision -> revision.key.articleId()));
        Map<UUID, Integer> counts = kind.countWanted() ? revisions.count(view) : Map.of();
        return of.stream()
                .map(ArticleNode::inHistory)
                .map(article -> RevisionConnection.of(
                        revisionPage(article, rows, request, kind.newsroom()), counts.getOrDefault(article.id(), 0)))
                .toList();
    }

    private void refuseLargeBatch(long items) {
        if (items > paging.maxBatch()) {
            throw RequestFailure.limitExceeded(
                    "The request asks for %d items at once; the limit is %d.".formatted(items, paging.maxBatch()));
        }
    }

    private static Page<RevisionNode> revisionPage(
            RevisionView.Article article,
            Map<UUID, List<RevisionEntity>> rows,
            PageRequest<Integer> request,
            boolean newsroom) {
        List<RevisionNode> own = rows.getOrDefault(article.id(), List.of()).stream()
                .map(revision -> RevisionNode.of(revision, article, newsroom))
                .toList();
        return Page.of(own, request);
    }

    ArticleSelection select(ArticleFilter filter, Set<ArticleStatus> visible) {
        return new ArticleSelection(
                wanted(filter.statuses(), visible),
                setOf(filter.outlets(), code -> outlets.getByCode(code).id()),
                setOf(filter.languages(), ArticleArchive::checkedLanguage),
                setOf(filter.kinds(), Function.identity()),
                subjects(filter.subjects()),
                filter.publishedFrom(),
                filter.publishedBefore(),
                false);
    }

    private @Nullable Set<String> subjects(@Nullable List<String> codes) {
        if (codes == null) {
            return null;
        }
        refuseLargeBatch(codes.size());
        return codes.stream()
                .map(SubjectCode::checked)
                .flatMap(code -> subjects.withAllNarrower(code).stream())
                .collect(Collectors.toSet());
    }

    List<SubjectNode> listSubjects(List<String> codes) {
        return codes.stream().map(subjects::get).toList();
    }

    private static Set<ArticleStatus> wanted(@Nullable List<ArticleStatus> statuses, Set<ArticleStatus> visible) {
        return statuses == null
                ? visible
                : statuses.stream().filter(visible::contains).collect(Collectors.toSet());
    }

    private static String checkedLanguage(String tag) {
        if (!StorableText.isStorable(tag)) {
            throw RequestFailure.badInput("The language is not a BCP 47 tag.");
        }
        return tag;
    }

    Outlet getOutlet(UUID id) {
        return outlets.getById(id);
    }

    private static <T, R> @Nullable Set<R> setOf(@Nullable List<T> values, Function<T, R> mapping) {
        return values == null ? null : values.stream().map(mapping).collect(Collectors.toSet());
    }

    static Optional<UUID> parseId(String id) {
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(parsed -> parsed.toString().equals(id));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
