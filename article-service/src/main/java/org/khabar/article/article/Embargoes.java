package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.workflow.Move;

/** Publishes scheduled articles when their time has come. Safe for use by several replicas at once. */
@ApplicationScoped
public class Embargoes {

    /** Who publishes them, for the revision. */
    private static final Signature BY = new Signature("embargo", null);

    private final EmbargoRepository repository;
    private final ArticleDesk desk;
    private final ArticleWriter writer;

    Embargoes(EmbargoRepository repository, ArticleDesk desk, ArticleWriter writer) {
        this.repository = repository;
        this.desk = desk;
        this.writer = writer;
    }

    /** An embargo whose time has come. */
    public record Due(UUID article, Instant embargoUntil) {

        /** Before all others. */
        public static final Due NONE = new Due(new UUID(0, 0), Instant.EPOCH);
    }

    /** The embargoes whose time has come, after another one, the earliest first. */
    @Transactional
    public List<Due> listDue(Due after, int most) {
        return repository.listDue(after, most);
    }

    /**
     * Publishes an article if the time of its embargo has come: revision, state and event in one transaction.
     *
     * @return false when it has not come, or somebody else works on the article
     */
    @Transactional
    public boolean lift(UUID article) {
        Optional<ArticleEntity> claimed = repository.claim(article);
        claimed.ifPresent(this::publish);
        return claimed.isPresent();
    }

    /** How long until the next embargo ends that has not; empty when there is none. */
    @Transactional
    public Optional<Duration> findTimeToNext() {
        return repository.findMillisToNext().map(Duration::ofMillis);
    }

    private void publish(ArticleEntity article) {
        ArticleContent content = desk.contentOf(article);
        writer.move(article, new Move.Lift(), content, content, BY);
    }
}
