package org.khabar.article.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which articles take no comments. */
@ApplicationScoped
class ClosingRepository {

    private final EntityManager entities;

    ClosingRepository(EntityManager entities) {
        this.entities = entities;
    }

    @SuppressWarnings("unchecked") // A native query of one column lists its type.
    Set<UUID> findClosed(Collection<UUID> articles) {
        return new HashSet<>((List<UUID>) entities.createNativeQuery(
                        "select article_id from comment_closing where article_id = any(cast(:ids as uuid[]))",
                        UUID.class)
                .setParameter("ids", articles.toArray(UUID[]::new))
                .getResultList());
    }

    void close(UUID article, String by, Instant now) {
        entities.createNativeQuery("""
                insert into comment_closing (article_id, closed_at, closed_by) values (:article, :now, :by)
                on conflict do nothing
                """)
                .setParameter("article", article)
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
    }

    void open(UUID article) {
        entities.createNativeQuery("delete from comment_closing where article_id = :article")
                .setParameter("article", article)
                .executeUpdate();
    }
}
