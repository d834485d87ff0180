package org.khabar.article.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.ArticleChange;

@ApplicationScoped
class FeedRepository implements PanacheRepositoryBase<FeedEventEntity, Long> {

    /** What an event has around its article's text and media, with the longest headline and URL. */
    private static final int ENVELOPE_BYTES = 8192;

    static final String BATCH = """
            select id, type, article_id, version, time from (
              select e.*, row_number() over running as place,
                sum(r.blocks_bytes + octet_length(cast(r.media as text)) + cast(:envelope as bigint)) over running as bytes
              from (select * from feed_event where id > :after order by id limit :events) as e
              join revision r on r.article_id = e.article_id and r.version = e.version
              window running as (order by e.id)) as sized
            where place = 1 or bytes <= :bytes
            order by id
            """;

    /**
     * Takes the next ids and writes the events under them, in one statement. The row of {@code feed_head} stays locked
     * until the transaction ends: the next writer gets its ids after this one has committed, or gets these when this one
     * rolls back.
     *
     * @param changes at least one; their ids ascend in this order
     */
    void append(List<ArticleChange> changes) {
        getEntityManager()
                .createNativeQuery("""
                        with head as (update feed_head set last_id = last_id + :count returning last_id)
                        insert into feed_event (id, type, article_id, version, time)
                        select last_id - :count + change.place, change.type, change.article, change.version,
                          cast(change.time as timestamptz)
                        from head, unnest(cast(:types as text[]), cast(:articles as uuid[]), cast(:versions as int[]),
                          cast(:times as text[])) with ordinality as change(type, article, version, time, place)
                        """)
                .setParameter("count", changes.size())
                .setParameter(
                        "types", changes.stream().map(c -> c.type().name()).toArray(String[]::new))
                .setParameter(
                        "articles",
                        changes.stream().map(ArticleChange::articleId).toArray(UUID[]::new))
                .setParameter(
                        "versions",
                        changes.stream().mapToInt(ArticleChange::version).toArray())
                .setParameter(
                        "times", changes.stream().map(c -> c.time().toString()).toArray(String[]::new))
                .executeUpdate();
    }

    /** The id of the newest committed event, 0 when there is none. */
    long head() {
        return (Long) getEntityManager()
                .createNativeQuery("select last_id from feed_head", Long.class)
                .getSingleResult();
    }

    Optional<Instant> findNewestTime() {
        return find("order by id desc").firstResultOptional().map(event -> event.time);
    }

    /**
     * The events after an id, at most so many, and of those the first and as many more as stay within the bytes. The
     * texts are not read for it: revisions know their size. Media are, which are short.
     */
    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    List<FeedEventEntity> listAfter(long id, int limit, long maxBytes) {
        return getEntityManager()
                .createNativeQuery(BATCH, FeedEventEntity.class)
                .setParameter("after", id)
                .setParameter("events", limit)
                .setParameter("bytes", maxBytes)
                .setParameter("envelope", ENVELOPE_BYTES)
                .getResultList();
    }
}
