package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.hibernate.Session;

/** How far the article feed has been read, and the events on which it stumbled. */
@ApplicationScoped
class FeedCursor {

    private static final String FEED = "articles";
    private static final int LONGEST_ERROR = 2000;

    private final Session session;

    FeedCursor(Session session) {
        this.session = session;
    }

    /** The id of the last event whose effects are stored; 0 before the first. */
    @Transactional
    long position() {
        return select("select last_event_id from feed_cursor where feed = ?1");
    }

    /** The same, kept from moving until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    long lockedPosition() {
        return select("select last_event_id from feed_cursor where feed = ?1 for update");
    }

    /** Moves past an event, in the transaction that stores its effects. */
    @Transactional(Transactional.TxType.MANDATORY)
    void advance(FeedEvent event) {
        session.createNativeMutationQuery("""
                        update feed_cursor set last_event_id = :id, advanced_at = now(),
                            last_event_at = cast(:time as timestamptz)
                        where feed = :feed
                        """)
                .setParameter("id", event.id())
                .setParameter("time", event.time(), Instant.class)
                .setParameter("feed", FEED)
                .executeUpdate();
    }

    /**
     * Records that an event could not be handled.
     *
     * @return how often it has been tried
     */
    @Transactional
    int recordFailure(FeedEvent event, String error) {
        return session.createNativeQuery("""
                        insert into feed_failure (feed, event_id, subject, attempts, error, first_failed_at, last_failed_at)
                        values (:feed, :id, :subject, 1, :error, now(), now())
                        on conflict (feed, event_id) do update set attempts = feed_failure.attempts + 1,
                            error = excluded.error, last_failed_at = excluded.last_failed_at
                        returning attempts
                        """, Integer.class)
                .setParameter("feed", FEED)
                .setParameter("id", event.id())
                .setParameter("subject", event.subject())
                .setParameter("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .getSingleResult();
    }

    /** Gives an event up: marks it skipped and moves past it. */
    @Transactional
    void skip(FeedEvent event) {
        if (event.id() <= lockedPosition()) {
            return;
        }
        session.createNativeMutationQuery(
                        "update feed_failure set skipped = true where feed = :feed and event_id = :id")
                .setParameter("feed", FEED)
                .setParameter("id", event.id())
                .executeUpdate();
        advance(event);
    }

    /** How many events were given up. */
    @Transactional
    long countSkipped() {
        return select("select count(*) from feed_failure where feed = ?1 and skipped");
    }

    private long select(String sql) {
        return session.createNativeQuery(sql, Long.class).setParameter(1, FEED).getSingleResult();
    }
}
