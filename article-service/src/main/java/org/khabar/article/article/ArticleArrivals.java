package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.khabar.article.article.workflow.ArticleState;
import org.khabar.article.article.workflow.Move;
import org.khabar.article.article.workflow.MoveKind;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

/**
 * Stores what comes with a word of its source on where it is to stand: under embargo, withheld, corrected, canceled. A new
 * article begins there. One that the archive has is moved by the moves of the workflow, if whoever stores it may; what was
 * said before and has been overruled by the newsroom since is not said again. Each call is one transaction, whose locks are
 * those of {@link ArticleStore}, in the same order.
 */
@ApplicationScoped
public class ArticleArrivals {

    private static final String NOTE = "by word of its source";
    private static final String NO_REASON = "Taken back by its source.";
    private static final String URN = "urn:uuid:";

    /** What says where an article is to stand; neither an edit does nor the end of an embargo. */
    private static final Set<MoveKind> DECISIONS =
            EnumSet.of(MoveKind.SCHEDULE, MoveKind.UNSCHEDULE, MoveKind.PUBLISH, MoveKind.WITHDRAW, MoveKind.RESTORE);

    private final ArticleStore store;
    private final ArticleRepository articles;
    private final RevisionRepository revisions;
    private final SourceNameRepository names;
    private final ArticleDesk desk;
    private final ArticleWriter writer;

    ArticleArrivals(
            ArticleStore store,
            ArticleRepository articles,
            RevisionRepository revisions,
            SourceNameRepository names,
            ArticleDesk desk,
            ArticleWriter writer) {
        this.store = store;
        this.articles = articles;
        this.revisions = revisions;
        this.names = names;
        this.desk = desk;
        this.writer = writer;
    }

    /**
     * Stores content, and has its article stand where its source says.
     *
     * @throws RequestFailure when the article is known and may not be moved there, by the workflow or by this importer
     */
    @Transactional
    public StoredArticle store(PreparedArticle page, String author) {
        return store.lockAndFind(page)
                .map(match -> settle(page, match, author))
                .orElseGet(() -> store.create(page, author));
    }

    /**
     * Takes an article back from its readers, or its embargo off, so that it is never published by itself. One that readers
     * do not see stays as it is, and is no longer published by its source's word either.
     *
     * @throws RequestFailure when there is no such article, or this importer may not take it back
     */
    @Transactional
    public StoredArticle cancel(Cancellation canceled, String author) {
        ArticleEntity article = find(canceled)
                .orElseThrow(() -> RequestFailure.notFound("There is no article that this item cancels."));
        articles.lock(article);
        if (article.withheld) {
            refuseUnlessMayMove(canceled.mayMove());
        }
        StoredArticle stored = takeBack(article, canceled.reason(), canceled.mayMove(), author);
        article.withheld = false;
        return stored;
    }

    private Optional<ArticleEntity> find(Cancellation canceled) {
        return Optional.ofNullable(canceled.url())
                .flatMap(url -> articles.findByUrlKey(UrlKey.of(url)))
                .or(() -> findByName(canceled))
                .or(() -> Optional.ofNullable(canceled.content())
                        .flatMap(store::lockAndFind)
                        .map(ArticleMatcher.Match::article));
    }

    private Optional<ArticleEntity> findByName(Cancellation canceled) {
        String name = canceled.name();
        if (name == null) {
            return Optional.empty();
        }
        Optional<UUID> own =
                name.startsWith(URN) ? ArticleArchive.parseId(name.substring(URN.length())) : Optional.empty();
        return names.findArticle(name).or(() -> own).flatMap(articles::findByIdOptional);
    }

    private StoredArticle settle(PreparedArticle page, ArticleMatcher.Match match, String author) {
        if (page.arrival().releases(match.article())) {
            return release(page, match, author);
        }
        return switch (page.arrival().state()) {
            case ArticleState.Published published -> store.store(page, match, author);
            case ArticleState.Draft draft -> keepBack(page, match, author);
            case ArticleState.Scheduled scheduled ->
                moved(page, match, new Move.Schedule(scheduled.embargoUntil()), author);
            case ArticleState.Corrected corrected -> correct(page, match, corrected, author);
            case ArticleState.Withdrawn withdrawn ->
                takeBack(match.article(), withdrawn.reason(), page.arrival().mayMove(), author);
        };
    }

    /**
     * Withheld: a draft stays one, and what readers have is taken back from them, unless the newsroom gave it to them since.
     * What the newsroom was giving to readers, its source's word does not give them any more: not before the time that it was
     * to be given.
     */
    private StoredArticle keepBack(PreparedArticle page, ArticleMatcher.Match match, String author) {
        ArticleEntity article = match.article();
        ArticleState now = article.state();
        boolean isAway = now instanceof ArticleState.Draft || now instanceof ArticleState.Withdrawn;
        MoveKind takesAway = now.isVisibleToReaders() ? MoveKind.WITHDRAW : MoveKind.UNSCHEDULE;
        boolean stays = isAway
                || findSaid(page, article, takesAway)
                        .filter(said -> isOverruled(article, said))
                        .isPresent();
        if (stays) {
            return store.store(page, match, author);
        }
        String reason = page.arrival().standing().reason();
        boolean isNewsrooms = revisions
                .findNewest(article.id, EnumSet.of(MoveKind.SCHEDULE, MoveKind.PUBLISH))
                .filter(given -> !NOTE.equals(given.note))
                .isPresent();
        StoredArticle stored = takeBack(
                article, reason == null ? NO_REASON : reason, page.arrival().mayMove(), author);
        article.withheld = !isNewsrooms && !article.state().isVisibleToReaders();
        return stored;
    }

    /**
     * What its source kept back, and nobody else has touched, is given to readers: now, whatever the item says of its
     * making. What it says otherwise is a revision before that, as of any import, so that the same item says nothing new;
     * what it tells of corrections is one behind it.
     */
    private StoredArticle release(PreparedArticle page, ArticleMatcher.Match match, String author) {
        refuseUnlessMayMove(page.arrival().mayMove());
        ArticleEntity article = match.article();
        article.withheld = false;
        PreparedArticle undated = PreparedArticle.of(page.content().stated(article.publishedAtStated), page.arrival());
        store.store(undated, match, author);
        ArticleContent content = desk.contentOf(article);
        Signature by = new Signature(author, NOTE);
        if (article.state() instanceof ArticleState.Withdrawn) {
            writer.move(article, new Move.Restore(), content, content, by);
        }
        ArticleNode published = writer.move(article, new Move.Publish(), content, content, by);
        if (page.arrival().state() instanceof ArticleState.Corrected corrected) {
            Move correction = correction(page, article, corrected.publicNote());
            return revised(writer.move(article, correction, content, content, by));
        }
        return revised(published);
    }

    /** Whoever may only import adds what is new, without a word to readers. */
    private StoredArticle correct(
            PreparedArticle page, ArticleMatcher.Match match, ArticleState.Corrected corrected, String author) {
        ArticleState now = match.article().state();
        boolean stays = now.equals(corrected)
                || !now.isVisibleToReaders()
                || !page.arrival().mayMove();
        return stays
                ? store.store(page, match, author)
                : moved(page, match, correction(page, match.article(), corrected.publicNote()), author);
    }

    /** With those that its source tells and nobody has been told here. */
    private Move correction(PreparedArticle page, ArticleEntity article, String publicNote) {
        List<StatedCorrection> told = page.arrival().standing().corrections();
        Set<String> known = revisions.listNotes(article.id);
        List<StatedCorrection> news = IntStream.range(0, told.size())
                .filter(place -> place == told.size() - 1
                        || !known.contains(told.get(place).note()))
                .mapToObj(told::get)
                .toList();
        return new Move.Correct(publicNote, news);
    }

    private StoredArticle moved(PreparedArticle page, ArticleMatcher.Match match, Move move, String author) {
        ArticleEntity article = match.article();
        boolean stays = article.state().equals(page.arrival().state())
                || (!article.withheld && findSaid(page, article, move.kind()).isPresent());
        if (stays) {
            return store.store(page, match, author);
        }
        refuseUnlessMayMove(page.arrival().mayMove());
        article.withheld = false;
        store.rememberName(page, article);
        ArticleContent before = desk.contentOf(article);
        ArticleContent after = store.known(page.content(), article);
        return revised(writer.move(article, move, before, after, new Signature(author, NOTE)));
    }

    /** The source's last word, if it was this one and something has happened since. */
    private Optional<RevisionEntity> findSaid(PreparedArticle page, ArticleEntity article, MoveKind move) {
        return revisions
                .findNewest(article.id, EnumSet.of(MoveKind.IMPORT, move))
                .filter(revision -> revision.key.version() < article.version)
                .filter(revision -> revision.stoodAt(page.arrival().state()))
                .filter(revision -> revision.says(store.known(page.content(), article)));
    }

    /** Whether the newsroom has decided since where the article stands; that its source let it go since is no such word. */
    private boolean isOverruled(ArticleEntity article, RevisionEntity word) {
        return revisions.hasOtherMove(article.id, word.key.version(), DECISIONS, NOTE);
    }

    private StoredArticle takeBack(ArticleEntity article, String reason, boolean mayMove, String author) {
        boolean wasTakenBack = revisions
                .findNewest(article.id, List.of(MoveKind.WITHDRAW))
                .filter(revision -> reason.equals(revision.withdrawalReason))
                .filter(revision -> isOverruled(article, revision))
                .isPresent();
        Optional<Move> move = switch (article.state()) {
            case ArticleState.Draft draft -> Optional.empty();
            case ArticleState.Withdrawn withdrawn -> Optional.empty();
            case ArticleState.Scheduled scheduled -> Optional.of(new Move.Unschedule());
            case ArticleState.Published published ->
                wasTakenBack ? Optional.empty() : Optional.of(new Move.Withdraw(reason));
            case ArticleState.Corrected corrected ->
                wasTakenBack ? Optional.empty() : Optional.of(new Move.Withdraw(reason));
        };
        if (move.isEmpty()) {
            return new StoredArticle(StoredArticle.Outcome.UNCHANGED, ArticleNode.of(article));
        }
        refuseUnlessMayMove(mayMove);
        ArticleContent content = desk.contentOf(article);
        return revised(writer.move(article, move.get(), content, content, new Signature(author, NOTE)));
    }

    private static StoredArticle revised(ArticleNode article) {
        return new StoredArticle(StoredArticle.Outcome.REVISED, article);
    }

    private static void refuseUnlessMayMove(boolean mayMove) {
        if (!mayMove) {
            throw new RequestFailure(
                    ErrorCode.FORBIDDEN,
                    403,
                    "The article is known; only an editor or an admin may move it in the workflow by an import.",
                    null);
        }
    }
}
