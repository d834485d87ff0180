package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.workflow.Move;
import org.khabar.article.failure.RequestFailure;

/**
 * What the newsroom does to articles. Each call is one transaction; of two that start from the same version one is
 * refused. Locks are taken in the order of {@link ArticleStore}: identity, article, feed.
 */
@ApplicationScoped
public class ArticleDesk {

    private static final int LONGEST_ID = 60;

    private final ArticleRepository articles;
    private final RevisionRepository revisions;
    private final ArticleWriter writer;

    ArticleDesk(ArticleRepository articles, RevisionRepository revisions, ArticleWriter writer) {
        this.articles = articles;
        this.revisions = revisions;
        this.writer = writer;
    }

    /**
     * Writes a new draft. Unlike an import it never becomes a revision of an article that says the same.
     *
     * @throws RequestFailure when there is an article with its URL
     */
    @Transactional
    public ArticleNode create(ArticleContent content, Signature by) {
        articles.lockIdentity(ArticleIdentity.lockKeys(content));
        refuseTakenUrl(content, Optional.empty());
        return writer.create(content, by);
    }

    /**
     * Moves an article, and changes what it says. A revision that changes nothing writes nothing.
     *
     * @param version the one that the caller has read
     * @throws RequestFailure when there is no such article, it has another version by now, or the move is not legal
     */
    @Transactional
    public ArticleNode move(String id, int version, Move move, ArticleEdit edit, Signature by) {
        ArticleEntity article = find(id).orElseThrow(() ->
                RequestFailure.notFound("There is no article with the id \"%s\".".formatted(shortened(id))));
        refuseOtherVersion(article, version);
        ArticleContent before = contentOf(article);
        ArticleContent after = edit.applyTo(before);
        if (!after.equals(before)) {
            articles.lockIdentity(ArticleIdentity.lockKeys(after));
            refuseTakenUrl(after, Optional.of(article.id));
        }
        articles.lock(article);
        refuseOtherVersion(article, version);
        ArticleNode moved = writer.move(article, move, before, after, by);
        article.withheld = article.withheld && moved.version() == version;
        return moved;
    }

    /** What an article says at the version that it was read at: revisions never change. */
    ArticleContent contentOf(ArticleEntity article) {
        RevisionEntity revision =
                Objects.requireNonNull(revisions.findById(new RevisionEntity.Key(article.id, article.version)));
        return revision.toContent().stated(article.publishedAtStated);
    }

    private Optional<ArticleEntity> find(String id) {
        return ArticleArchive.parseId(id).flatMap(articles::findByIdOptional);
    }

    private static void refuseOtherVersion(ArticleEntity article, int version) {
        if (article.version != version) {
            throw RequestFailure.conflict(
                    "The article has version %d by now, not %d: read it again.".formatted(article.version, version),
                    Map.of("currentVersion", article.version, "version", version));
        }
    }

    private void refuseTakenUrl(ArticleContent content, Optional<UUID> owner) {
        Optional.ofNullable(content.url())
                .flatMap(url -> articles.findByUrlKey(UrlKey.of(url)))
                .filter(other -> !Optional.of(other.id).equals(owner))
                .ifPresent(other -> {
                    throw RequestFailure.conflict(
                            "Another article has this url.", Map.of("article", other.id.toString()));
                });
    }

    private static String shortened(String id) {
        return id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    }
}
