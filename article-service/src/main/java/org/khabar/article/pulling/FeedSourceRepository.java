package org.khabar.article.pulling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Times are the database's, so that replicas agree on them. */
@ApplicationScoped
class FeedSourceRepository implements PanacheRepositoryBase<FeedSourceEntity, UUID> {

    static final String CLAIM = """
            with due as (
              select id from feed_source where enabled and next_due <= now()
              order by next_due, id limit 1 for update skip locked),
            claimed as (
              update feed_source as source
              set claim = :claim, last_attempt = now(), next_due = now() + :lease * interval '1 millisecond'
              from due where source.id = due.id
              returning source.*)
            select * from claimed
            """;

    /**
     * Takes the feed that is due for longest, so that nobody else takes it while the lease lasts.
     *
     * @param claim a new id, which settling the pull asks for
     */
    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    Optional<FeedSourceEntity> claim(UUID claim, Duration lease) {
        List<FeedSourceEntity> claimed = getEntityManager()
                .createNativeQuery(CLAIM, FeedSourceEntity.class)
                .setParameter("claim", claim)
                .setParameter("lease", lease.toMillis())
                .getResultList();
        return claimed.stream().findFirst();
    }

    /** Writes down that a pull worked, if the claim still holds. */
    void succeed(UUID id, UUID claim, FetchedFeed.Version version, Duration untilNext) {
        Query update = getEntityManager().createNativeQuery("""
                update feed_source
                set claim = null, etag = cast(:etag as text), last_modified = cast(:lastModified as text),
                  last_success = now(), last_error = null, consecutive_failures = 0,
                  next_due = now() + :wait * interval '1 millisecond'
                where id = :id and claim = :claim
                """);
        settle(update, id, claim, untilNext)
                .setParameter("etag", version.etag())
                .setParameter("lastModified", version.lastModified())
                .executeUpdate();
    }

    /** Writes down that a pull failed, if the claim still holds. */
    void fail(UUID id, UUID claim, String error, Duration untilNext) {
        Query update = getEntityManager().createNativeQuery("""
                update feed_source
                set claim = null, last_error = :error, consecutive_failures = consecutive_failures + 1,
                  next_due = now() + :wait * interval '1 millisecond'
                where id = :id and claim = :claim
                """);
        settle(update, id, claim, untilNext).setParameter("error", error).executeUpdate();
    }

    /** Gives a pull back that was not made, for whoever is next, if the claim still holds. */
    void giveBack(UUID id, UUID claim) {
        getEntityManager()
                .createNativeQuery(
                        "update feed_source set claim = null, next_due = now() where id = :id and claim = :claim")
                .setParameter("id", id)
                .setParameter("claim", claim)
                .executeUpdate();
    }

    List<FeedSourceEntity> listOfOutlets(Collection<UUID> outlets) {
        return list("outletId in ?1 order by url", outlets);
    }

    List<FeedSourceEntity> listAllByUrl() {
        return list("order by url");
    }

    /** Makes those who add a feed wait for each other, until their transactions end. */
    void lockAdding() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('feed_source'))", Integer.class)
                .getSingleResult();
    }

    private static Query settle(Query update, UUID id, UUID claim, Duration untilNext) {
        return update.setParameter("id", id).setParameter("claim", claim).setParameter("wait", untilNext.toMillis());
    }
}
