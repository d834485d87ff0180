package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.hibernate.Session;

/** How far the article feed has been read. */
@ApplicationScoped
class FeedCursor {

    static final String FEED = "articles";

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

    private long select(String sql) {
        return session.createNativeQuery(sql, Long.class).setParameter(1, FEED).getSingleResult();
    }
}
