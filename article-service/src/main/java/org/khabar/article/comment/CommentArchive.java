package org.khabar.article.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Reads comments in batches. */
@ApplicationScoped
@Transactional
class CommentArchive {

    private final CommentRepository comments;
    private final ClosingRepository closings;
    private final PublishedArticles articles;
    private final PagingConfig paging;

    CommentArchive(
            CommentRepository comments, ClosingRepository closings, PublishedArticles articles, PagingConfig paging) {
        this.comments = comments;
        this.closings = closings;
        this.articles = articles;
        this.paging = paging;
    }

    /**
     * Which page of a list of comments is read, and for whom.
     *
     * @param viewer subject of the token, empty when it is no person's
     */
    record View(@Nullable Integer first, @Nullable String after, String viewer) {
        PageArguments arguments() {
            return new PageArguments(first, after, null, null);
        }
    }

    /** A page of each article's comments, in the order of the articles. One query. */
    List<CommentConnection> listComments(List<ArticleNode> of, View view) {
        PageRequest<CommentPosition> request = request(of.size(), view);
        Set<UUID> ids = of.stream()
                .filter(CommentArchive::isPublished)
                .map(article -> UUID.fromString(article.id()))
                .collect(Collectors.toSet());
        Map<String, List<CommentNode>> rows = comments.listComments(ids, request, view.viewer()).stream()
                .map(CommentNode::of)
                .collect(Collectors.groupingBy(comment -> comment.articleId().toString()));
        return of.stream()
                .map(article -> CommentConnection.of(Page.of(rows.getOrDefault(article.id(), List.of()), request)))
                .toList();
    }

    /** A page of each comment's replies, in the order of the comments. One query. */
    List<CommentConnection> listReplies(List<CommentNode> of, View view) {
        PageRequest<CommentPosition> request = request(of.size(), view);
        Set<UUID> ids =
                of.stream().map(comment -> UUID.fromString(comment.id())).collect(Collectors.toSet());
        Map<String, List<CommentNode>> rows = comments.listReplies(ids, request, view.viewer()).stream()
                .map(CommentNode::of)
                .collect(Collectors.groupingBy(comment -> String.valueOf(comment.parentId())));
        return of.stream()
                .map(comment -> CommentConnection.of(Page.of(rows.getOrDefault(comment.id(), List.of()), request)))
                .toList();
    }

    /** A page of all comments with a status, the oldest first. */
    CommentConnection listQueue(CommentStatus status, PageArguments arguments) {
        PageRequest<CommentPosition> request = PageRequest.of(arguments, paging, CommentPosition::of);
        return CommentConnection.of(Page.of(
                comments.listQueue(status, request).stream()
                        .map(CommentNode::of)
                        .toList(),
                request));
    }

    /** How many comments and replies of each article readers see. One query. */
    List<Integer> countComments(List<ArticleNode> of) {
        Map<UUID, Integer> counts = comments.countApproved(
                of.stream().map(article -> UUID.fromString(article.id())).toList());
        return of.stream()
                .map(article -> isPublished(article) ? counts.getOrDefault(UUID.fromString(article.id()), 0) : 0)
                .toList();
    }

    /** Whether each article takes comments. One query. */
    List<Boolean> listOpen(List<ArticleNode> of) {
        Set<UUID> closed = closings.findClosed(
                of.stream().map(article -> UUID.fromString(article.id())).toList());
        return of.stream()
                .map(article -> isPublished(article) && !closed.contains(UUID.fromString(article.id())))
                .toList();
    }

    /** The article of each comment, null where it is no longer published. One query. */
    List<@Nullable ArticleNode> listArticles(List<CommentNode> of) {
        Map<UUID, ArticleNode> found =
                articles.list(of.stream().map(CommentNode::articleId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(article -> UUID.fromString(article.id()), Function.identity()));
        return of.stream()
                .<@Nullable ArticleNode>map(comment -> found.get(comment.articleId()))
                .toList();
    }

    private PageRequest<CommentPosition> request(int objects, View view) {
        PageRequest<CommentPosition> request = PageRequest.of(view.arguments(), paging, CommentPosition::of);
        request.refuseLargeBatch(objects, paging);
        return request;
    }

    private static boolean isPublished(ArticleNode article) {
        return ArticleStatus.visibleToReaders().contains(article.status());
    }
}
