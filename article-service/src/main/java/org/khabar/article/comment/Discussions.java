package org.khabar.article.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.PublishedArticles;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

/**
 * Changes comments: who may say what, where and when. Comments of articles that are not published do not exist, but for
 * their authors, who may take them back.
 */
@ApplicationScoped
@Transactional
class Discussions {

    private final CommentRepository comments;
    private final ClosingRepository closings;
    private final RateRepository rates;
    private final PublishedArticles articles;
    private final CommentConfig config;
    private final Clock clock;

    Discussions(
            CommentRepository comments,
            ClosingRepository closings,
            RateRepository rates,
            PublishedArticles articles,
            CommentConfig config,
            Clock clock) {
        this.comments = comments;
        this.closings = closings;
        this.rates = rates;
        this.articles = articles;
        this.config = config;
        this.clock = clock;
    }

    /** @throws RequestFailure when the comment cannot be taken; nothing is written then, and none of the rate is used */
    CommentNode add(String articleId, @Nullable String parentId, String text, Author author) {
        String checked = PlainText.checked("comment", text, config.maxLength(), config.maxLines());
        UUID article = getArticleId(articleId);
        if (!closings.findClosed(Set.of(article)).isEmpty()) {
            throw conflict("The article takes no comments any more.");
        }
        CommentEntity comment = new CommentEntity();
        comment.articleId = article;
        comment.parentId = parentId == null ? null : getParent(article, parentId).id;
        comment.author = author.subject();
        comment.authorName = author.name();
        comment.text = checked;
        comment.status = CommentStatus.PENDING;
        comment.createdAt = now();
        takeFromRate(author);
        comments.persistAndFlush(comment);
        return CommentNode.of(comment);
    }

    CommentNode approve(String id, String moderator) {
        return moderate(id, CommentStatus.APPROVED, null, moderator);
    }

    CommentNode reject(String id, String reason, String moderator) {
        return moderate(
                id,
                CommentStatus.REJECTED,
                PlainText.checked("reason", reason, config.maxReasonLength(), config.maxLines()),
                moderator);
    }

    /** A decision may be changed, but not once the author has withdrawn the comment. */
    private CommentNode moderate(String id, CommentStatus decision, @Nullable String reason, String moderator) {
        CommentEntity comment = getLocked(id);
        if (comment.status == CommentStatus.WITHDRAWN) {
            throw conflict("The author has withdrawn the comment.");
        }
        comment.moderate(decision, reason, moderator, now());
        return CommentNode.of(comment);
    }

    /**
     * Takes an author's own comment back; its replies are no longer shown either. What somebody wrote stays theirs to take
     * back when the article is not published any more.
     */
    CommentNode withdraw(String id, Author author) {
        Optional<CommentEntity> own = comments.lockOwn(parse(id, "There is no such comment."), author.subject());
        CommentEntity comment = own.isPresent() ? own.get() : getLocked(id);
        if (!comment.author.equals(author.subject())) {
            if (comment.status == CommentStatus.APPROVED) {
                throw new RequestFailure(ErrorCode.FORBIDDEN, 403, "Only its author can withdraw a comment.", null);
            }
            throw noComment();
        }
        comment.withdraw();
        return CommentNode.of(comment);
    }

    /** Closes or opens the comments of an article; comments that are there stay. */
    ArticleNode setOpen(String articleId, boolean open, String by) {
        ArticleNode article = getArticle(articleId);
        UUID id = UUID.fromString(article.id());
        if (open) {
            closings.open(id);
        } else {
            closings.close(id, by, now());
        }
        return article;
    }

    private void takeFromRate(Author author) {
        if (!rates.take(author.subject(), config.burst(), config.refill())) {
            throw RequestFailure.limitExceeded(
                    "You have sent %d comments in a short time; one more is possible every %d seconds."
                            .formatted(config.burst(), config.refill().toSeconds()));
        }
    }

    private CommentEntity getParent(UUID article, String id) {
        CommentEntity parent = getLocked(id);
        if (!parent.articleId.equals(article) || parent.status != CommentStatus.APPROVED) {
            throw noComment();
        }
        if (parent.parentId != null) {
            throw RequestFailure.badInput("The parent is a reply itself; replies have none.");
        }
        return parent;
    }

    private CommentEntity getLocked(String id) {
        CommentEntity comment = comments.lock(parse(id, "There is no such comment."));
        if (comment == null) {
            throw noComment();
        }
        return comment;
    }

    private UUID getArticleId(String id) {
        return UUID.fromString(getArticle(id).id());
    }

    private ArticleNode getArticle(String id) {
        return articles.list(List.of(parse(id, "There is no such article."))).stream()
                .findFirst()
                .orElseThrow(() -> RequestFailure.notFound("There is no such article."));
    }

    private static UUID parse(String id, String otherwise) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException garbled) {
            throw RequestFailure.notFound(otherwise);
        }
    }

    private static RequestFailure noComment() {
        return RequestFailure.notFound("There is no such comment.");
    }

    private static RequestFailure conflict(String message) {
        return new RequestFailure(ErrorCode.CONFLICT, 409, message, null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
