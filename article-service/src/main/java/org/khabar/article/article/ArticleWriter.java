package org.khabar.article.article;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.workflow.ArticleState;
import org.khabar.article.article.workflow.Move;
import org.khabar.article.article.workflow.MoveKind;
import org.khabar.article.article.workflow.Workflow;

/** Writes what the newsroom does to an article: its state, a revision, and what followers see of it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ArticleWriter {

    private final ArticleRepository articles;
    private final ContentLimits limits;
    private final RevisionRepository revisions;
    private final List<ArticleObserver> observers;
    private final ArticleChangeLog changes;
    private final Clock clock;

    ArticleWriter(
            ArticleRepository articles,
            ContentLimits limits,
            RevisionRepository revisions,
            @All List<ArticleObserver> observers,
            ArticleChangeLog changes,
            Clock clock) {
        this.articles = articles;
        this.limits = limits;
        this.revisions = revisions;
        this.observers = observers;
        this.changes = changes;
        this.clock = clock;
    }

    /** A new article, a draft. */
    public ArticleNode create(ArticleContent content, Signature by) {
        limits.check(content);
        ArticleEntity article = new ArticleEntity();
        Instant now = now();
        article.apply(content, now);
        article.enter(new ArticleState.Draft());
        article.createdAt = now;
        articles.persistAndFlush(article);
        writeRevision(article, content, null, by);
        return ArticleNode.of(article);
    }

    /**
     * Moves an article that is locked.
     *
     * @param before what it says
     * @param after what it is to say
     * @throws org.khabar.article.failure.RequestFailure when the move is not legal
     */
    public ArticleNode move(
            ArticleEntity article, Move move, ArticleContent before, ArticleContent after, Signature by) {
        ArticleState from = article.state();
        ArticleState to = Workflow.apply(from, move);
        boolean edited = !after.equals(before);
        if (move instanceof Move.Revise && !edited) {
            return ArticleNode.of(article);
        }
        Instant now = later(article.updatedAt);
        if (edited) {
            limits.check(after);
            article.apply(after, now);
        }
        article.updatedAt = now;
        enter(article, from, to, now);
        articles.flush();
        writeRevision(article, after, move, by);
        tellFollowers(article, Workflow.seen(from, to));
        return ArticleNode.of(article);
    }

    private static void enter(ArticleEntity article, ArticleState from, ArticleState to, Instant now) {
        boolean neverPublished = article.historyFrom == 1 && !from.isVisibleToReaders();
        if (neverPublished && to.isVisibleToReaders() && !article.publishedAtStated) {
            article.publishedAt =
                    article.embargoUntil != null && article.embargoUntil.isBefore(now) ? article.embargoUntil : now;
        }
        if (to instanceof ArticleState.Withdrawn) {
            article.historyFrom = article.version + 2;
        }
        article.enter(to);
    }

    /** @param move null when it is created */
    private void writeRevision(ArticleEntity article, ArticleContent content, @Nullable Move move, Signature by) {
        RevisionEntity revision = RevisionEntity.of(article, article.version, content.blocks(), by.author());
        revision.move = move == null ? MoveKind.CREATE : move.kind();
        revision.note = by.note();
        if (move instanceof Move.Correct correct) {
            revision.publicNote = correct.publicNote();
            revision.corrections = correct.corrections().isEmpty() ? null : correct.corrections();
        }
        revisions.persistAndFlush(revision);
        List<WrittenArticle> written = List.of(WrittenArticle.of(article, content, move == null));
        observers.forEach(observer -> observer.written(written));
    }

    private void tellFollowers(ArticleEntity article, Optional<ArticleChange.Type> seen) {
        seen.ifPresent(type -> changes.append(new ArticleChange(type, article.id, article.version, article.updatedAt)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The time, after the one given in any case: clocks of replicas differ, and a move always makes a new version. */
    private Instant later(Instant than) {
        Instant now = now();
        return now.isAfter(than) ? now : than.plus(1, ChronoUnit.MICROS);
    }
}
