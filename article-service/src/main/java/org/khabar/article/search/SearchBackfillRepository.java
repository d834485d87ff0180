package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.khabar.article.article.ArticleVersion;

/** Which articles are not in the index yet. */
@ApplicationScoped
class SearchBackfillRepository {

    private final EntityManager entities;

    SearchBackfillRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The next articles without an entry, by descending id, held as they are until the transaction ends. */
    @SuppressWarnings("unchecked") // A native query of several columns lists arrays.
    List<ArticleVersion> listUnindexedBefore(UUID last, int limit) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select a.id, a.version from article a
                        where a.id < :last and not exists (select from article_search s where s.article_id = a.id)
                        order by a.id desc limit :limit for share of a
                        """)
                .setParameter("last", last)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new ArticleVersion((UUID) row[0], (Integer) row[1]))
                .toList();
    }
}
