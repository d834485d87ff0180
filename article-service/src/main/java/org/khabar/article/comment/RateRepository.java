package org.khabar.article.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;

/**
 * A bucket of tokens for each author, in the database and by its clock, so that all replicas agree. A token comes back
 * when the transaction that took it does not commit.
 */
@ApplicationScoped
class RateRepository {

    /** Buckets that are full again and are forgotten along with each that is used. */
    private static final int FORGOTTEN_AT_ONCE = 10;

    private final EntityManager entities;

    RateRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Takes a token.
     *
     * @param burst tokens of a full bucket
     * @param refill how long one takes to come back
     * @return whether there was one
     */
    boolean take(String author, int burst, Duration refill) {
        forget(burst, refill);
        return entities.createNativeQuery("""
                        insert into comment_rate as bucket (author, tokens, refilled_at)
                        values (:author, cast(:burst as float8) - 1, now())
                        on conflict (author) do update set
                          tokens = least(cast(:burst as float8), bucket.tokens
                            + extract(epoch from now() - bucket.refilled_at) / cast(:refill as float8)) - 1,
                          refilled_at = now()
                        where least(cast(:burst as float8), bucket.tokens
                          + extract(epoch from now() - bucket.refilled_at) / cast(:refill as float8)) >= 1
                        """)
                        .setParameter("author", author)
                        .setParameter("burst", burst)
                        .setParameter("refill", seconds(refill))
                        .executeUpdate()
                == 1;
    }

    private void forget(int burst, Duration refill) {
        entities.createNativeQuery("""
                delete from comment_rate where author in (
                  select author from comment_rate
                  where refilled_at < now() - cast(:full as float8) * interval '1 second'
                  order by refilled_at limit :some for update skip locked)
                """)
                .setParameter("full", burst * seconds(refill))
                .setParameter("some", FORGOTTEN_AT_ONCE)
                .executeUpdate();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
