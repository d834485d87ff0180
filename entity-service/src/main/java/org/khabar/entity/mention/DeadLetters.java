package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * The events on which the follower stumbled, and those of them that it has set aside: they are tried again later, until
 * one succeeds or a later event of the same article takes its place.
 */
@ApplicationScoped
class DeadLetters {

    private static final int LONGEST_ERROR = 2000;

    private final Session session;

    DeadLetters(Session session) {
        this.session = session;
    }

    /**
     * Records that an event could not be handled.
     *
     * @param ownFault whether it failed by its content
     * @return how often it has failed by its content
     */
    @Transactional
    int recordFailure(FeedEvent event, String error, boolean ownFault) {
        return session.createNativeQuery("""
                        insert into feed_failure as failure (feed, event_id, subject, attempts, interruptions, error,
                            first_failed_at, last_failed_at)
                        values (:feed, :id, :subject, :attempts, 1 - :attempts, :error, now(), now())
                        on conflict (feed, event_id) do update set error = excluded.error,
                            attempts = failure.attempts + excluded.attempts,
                            interruptions = failure.interruptions + excluded.interruptions,
                            last_failed_at = excluded.last_failed_at
                        returning attempts
                        """, Integer.class)
                .setParameter("feed", FeedCursor.FEED)
                .setParameter("id", event.id())
                .setParameter("subject", event.subject())
                .setParameter("attempts", ownFault ? 1 : 0)
                .setParameter("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .getSingleResult();
    }

    /** Sets an event aside that has a recorded failure. */
    @Transactional(Transactional.TxType.MANDATORY)
    void setAside(FeedEvent event, Duration wait) {
        supersede(List.of(event));
        session.createNativeMutationQuery("""
                        update feed_failure set skipped = true, next_try_at = :next
                        where feed = :feed and event_id = :id
                        """)
                .setParameter("next", Instant.now().plus(wait))
                .setParameter("feed", FeedCursor.FEED)
                .setParameter("id", event.id())
                .executeUpdate();
    }

    /** Forgets the failures of earlier events of the articles that these are about, in these events' transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void supersede(List<FeedEvent> events) {
        List<FeedEvent> replacing =
                events.stream().filter(FeedEvent::replacesEarlier).toList();
        if (replacing.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        delete from feed_failure
                        using unnest(cast(:subjects as text[]), cast(:ids as bigint[])) as later (subject, id)
                        where feed_failure.feed = :feed and feed_failure.subject = later.subject
                            and feed_failure.event_id < later.id
                        """)
                .setParameter("feed", FeedCursor.FEED)
                .setParameter(
                        "subjects", replacing.stream().map(FeedEvent::subject).toArray(String[]::new))
                .setParameter("ids", replacing.stream().map(FeedEvent::id).toArray(Long[]::new))
                .executeUpdate();
    }

    /** Forgets the failures of an event that was handled or is no more. */
    @Transactional
    boolean forget(long event) {
        return session.createNativeMutationQuery("delete from feed_failure where feed = :feed and event_id = :id")
                        .setParameter("feed", FeedCursor.FEED)
                        .setParameter("id", event)
                        .executeUpdate()
                > 0;
    }

    /** Lets all that is set aside be tried at once: this service may have learnt something since it stopped. */
    @Transactional
    void makeAllDue() {
        session.createNativeMutationQuery("update feed_failure set next_try_at = now() where feed = :feed and skipped")
                .setParameter("feed", FeedCursor.FEED)
                .executeUpdate();
    }

    /** The events that are due for another try, the oldest first. */
    @Transactional
    List<Long> listDue(int most) {
        return session.createNativeQuery("""
                        select event_id from feed_failure
                        where feed = :feed and skipped and next_try_at <= now() order by event_id
                        """, Long.class)
                .setParameter("feed", FeedCursor.FEED)
                .setMaxResults(most)
                .getResultList();
    }

    /** Puts the next try of an event off. */
    @Transactional
    void postpone(long event, Duration wait) {
        session.createNativeMutationQuery(
                        "update feed_failure set next_try_at = :next where feed = :feed and event_id = :id")
                .setParameter("next", Instant.now().plus(wait))
                .setParameter("feed", FeedCursor.FEED)
                .setParameter("id", event)
                .executeUpdate();
    }

    /** How many events are set aside. */
    @Transactional
    long count() {
        return session.createNativeQuery("select count(*) from feed_failure where feed = :feed and skipped", Long.class)
                .setParameter("feed", FeedCursor.FEED)
                .getSingleResult();
    }

    /** When the next of them is tried again; empty when there is none. */
    @Transactional
    Optional<Instant> findNextTry() {
        return session.createNativeQuery(
                        "select min(next_try_at) from feed_failure where feed = :feed and skipped", Instant.class)
                .setParameter("feed", FeedCursor.FEED)
                .uniqueResultOptional();
    }
}
