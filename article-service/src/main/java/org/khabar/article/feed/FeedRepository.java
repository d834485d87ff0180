package org.khabar.article.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.khabar.article.article.ArticleChange;

@ApplicationScoped
class FeedRepository implements PanacheRepositoryBase<FeedEventEntity, Long> {

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

    List<FeedEventEntity> listAfter(long id, int limit) {
        return find("id > ?1 order by id", id).page(0, limit).list();
    }
}
