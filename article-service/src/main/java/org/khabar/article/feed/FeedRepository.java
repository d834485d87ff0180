package org.khabar.article.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.khabar.article.article.ArticleChange;

@ApplicationScoped
class FeedRepository implements PanacheRepositoryBase<FeedEventEntity, Long> {

    /** What an event has around its article's text, with the longest headline and URL. */
    private static final int ENVELOPE_BYTES = 8192;

    static final String BATCH = """
            select id, type, article_id, version, time from (
              select e.*, row_number() over running as place,
                sum(r.blocks_bytes + cast(:envelope as bigint)) over running as bytes
              from (select * from feed_event where id > :after order by id limit :events) as e
              join revision r on r.article_id = e.article_id and r.version = e.version
              window running as (order by e.id)) as sized
            where place = 1 or bytes <= :bytes
            order by id
            """;

    /**
     * Takes the next id and writes the event under it, in one statement. The row of {@code feed_head} stays locked until
     * the transaction ends: the next writer gets its id after this one has committed, or gets this id when this one rolls
     * back.
     */
    void append(ArticleChange change) {
        getEntityManager()
                .createNativeQuery("""
                        with head as (update feed_head set last_id = last_id + 1 returning last_id)
                        insert into feed_event (id, type, article_id, version, time)
                        select last_id, :type, :article, :version, :time from head
                        """)
                .setParameter("type", change.type().name())
                .setParameter("article", change.articleId())
                .setParameter("version", change.version())
                .setParameter("time", change.time())
                .executeUpdate();
    }

    /** The id of the newest committed event, 0 when there is none. */
    long head() {
        return (Long) getEntityManager()
                .createNativeQuery("select last_id from feed_head", Long.class)
                .getSingleResult();
    }

    /**
     * The events after an id, at most so many, and of those the first and as many more as stay within the bytes. The
     * texts are not read for it: revisions know their size.
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
