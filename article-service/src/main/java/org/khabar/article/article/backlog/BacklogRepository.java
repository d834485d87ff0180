package org.khabar.article.article.backlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.ArticleVersion;

/** The queue of articles that wait. */
@ApplicationScoped
class BacklogRepository {

    /** An article that is gone has no size, and none to read. */
    private static final String PLACES = """
            select b.id, b.article_id, coalesce((
              select r.blocks_bytes from article a join revision r on r.article_id = a.id and r.version = a.version
              where a.id = b.article_id), 0)
            from article_backlog b
            """;

    private static final String NEXT =
            PLACES + "where b.due_at <= now() order by b.due_at, b.id limit :limit for update of b skip locked";

    private static final String FIRST =
            "select id from article_backlog where due_at <= now() order by due_at, id limit 1";

    private static final String ONE = PLACES + "where b.id = :id for update of b skip locked";

    private static final String STATE = """
            select (select count(*) from (select from article_backlog limit :most) as counted),
              (select written_at from article_backlog order by due_at, id limit 1),
              (select count(*) from (select from article_backlog where failures > 0 limit :most) as counted)
            """;

    /** The ends of the ids, which an index knows, mostly say that it is not; else the rows are counted. */
    private static final String FULL = """
            select coalesce(max(id) - min(id) >= :most and
              (select count(*) from (select from article_backlog where failures = 0 limit :most + 1) as counted) > :most, false)
            from article_backlog
            """;

    private final EntityManager entities;

    BacklogRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A place in the queue.
     *
     * @param bytes of the article's text
     */
    record Place(long id, UUID articleId, int bytes) {}

    void add(Collection<UUID> articles) {
        entities.createNativeQuery("""
                insert into article_backlog (article_id) select unnest(cast(:ids as uuid[]))
                """)
                .setParameter("ids", articles.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** The first places whose turn has come and that nobody else works on, locked until the transaction ends. */
    List<Place> claimNext(int limit) {
        return places(entities.createNativeQuery(NEXT).setParameter("limit", limit));
    }

    /** This place, locked likewise; none when it is gone or somebody else works on it. */
    List<Place> claim(long id) {
        return places(entities.createNativeQuery(ONE).setParameter("id", id));
    }

    private static List<Place> places(Query query) {
        return rows(query).stream()
                .map(row -> new Place(((Number) row[0]).longValue(), (UUID) row[1], ((Number) row[2]).intValue()))
                .toList();
    }

    void remove(Collection<Place> places) {
        entities.createNativeQuery("delete from article_backlog where id = any(cast(:ids as bigint[]))")
                .setParameter("ids", places.stream().mapToLong(Place::id).toArray())
                .executeUpdate();
    }

    /**
     * The articles as they are now. None of them changes until the transaction ends: what is taken in must not be older
     * than what its next writer takes in. In ascending order, as all lock the rows of articles.
     */
    List<ArticleVersion> lock(Collection<Place> places) {
        return rows(entities.createNativeQuery("""
                        select id, version from article where id = any(cast(:ids as uuid[])) order by id
                        for no key update
                        """)
                        .setParameter(
                                "ids",
                                places.stream().map(Place::articleId).distinct().toArray(UUID[]::new)))
                .stream()
                .map(row -> new ArticleVersion((UUID) row[0], (Integer) row[1]))
                .toList();
    }

    /** Adds an article that could not be taken in. */
    void addFailed(UUID article, String reason, Duration pause) {
        entities.createNativeQuery("""
                        insert into article_backlog (article_id, due_at, failures, reason)
                        values (:article, now() + make_interval(secs => :pause), 1, :reason)
                        """)
                .setParameter("article", article)
                .setParameter("pause", (double) pause.toSeconds())
                .setParameter("reason", reason)
                .executeUpdate();
    }

    /** Puts a place off, each time for twice as long. */
    void putOff(long id, String reason, Duration first, Duration longest) {
        entities.createNativeQuery("""
                        update article_backlog set failures = failures + 1, reason = :reason,
                          due_at = now() + make_interval(
                            secs => least(:longest, :first * power(2, least(failures, 30))))
                        where id = :id
                        """)
                .setParameter("reason", reason)
                .setParameter("first", (double) first.toSeconds())
                .setParameter("longest", (double) longest.toSeconds())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** What is written here is written again if a crash of the server loses it, so nobody waits for its disk. */
    void doNotWaitForDisk() {
        entities.createNativeQuery("select set_config('synchronous_commit', 'off', true)", String.class)
                .getSingleResult();
    }

    /** Whether so many wait, those aside that failed. */
    boolean hasMoreThan(int most) {
        return (Boolean) entities.createNativeQuery(FULL, Boolean.class)
                .setParameter("most", (long) most)
                .getSingleResult();
    }

    /** The place whose turn is next; empty when none has come. */
    Optional<Long> findFirst() {
        List<?> ids = entities.createNativeQuery(FIRST, Long.class).getResultList();
        return ids.stream().map(Long.class::cast).findFirst();
    }

    BacklogState state() {
        Object[] row = rows(entities.createNativeQuery(STATE).setParameter("most", BacklogState.MOST_COUNTED))
                .getFirst();
        return new BacklogState(((Number) row[0]).longValue(), (Instant) row[1], ((Number) row[2]).longValue());
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }
}
