package org.khabar.article.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.khabar.article.paging.PageRequest;

@ApplicationScoped
class ArticleRepository implements PanacheRepositoryBase<ArticleEntity, UUID> {

    Optional<ArticleEntity> findByUrlKey(String urlKey) {
        return find("urlKey", urlKey).firstResultOptional();
    }

    /** Articles of an outlet that share the headline or the instant of publication, newest first. */
    List<ArticleEntity> listAlike(UUID outletId, String headlineKey, Instant publishedAt, int limit) {
        return find(
                        "outletId = ?1 and (headlineKey = ?2 or publishedAt = ?3) order by publishedAt desc, id desc",
                        outletId,
                        headlineKey,
                        publishedAt)
                .page(0, limit)
                .list();
    }

    List<ArticleEntity> listVisible(Collection<UUID> ids, Set<ArticleStatus> statuses) {
        return list("id in ?1 and status in ?2", ids, statuses);
    }

    /** The rows of a page in the direction that it is read, and one more when there are more. */
    List<ArticleEntity> listPage(ArticleSelection selection, PageRequest<ArticlePosition> page) {
        ArticleConditions conditions = ArticleConditions.of(selection).within(page);
        String order = page.backward() ? " order by publishedAt, id" : " order by publishedAt desc, id desc";
        return find(conditions.text() + order, conditions.parameters())
                .range(0, page.size())
                .list();
    }

    long count(ArticleSelection selection) {
        ArticleConditions conditions = ArticleConditions.of(selection);
        return count(conditions.text(), conditions.parameters());
    }

    /**
     * Makes transactions that might find or create the same article wait for each other, until they end.
     *
     * @param keys hashes of what identifies an article; taken in ascending order, so that no two writers deadlock
     */
    void lockIdentity(Collection<Long> keys) {
        keys.stream()
                .sorted()
                .distinct()
                .forEach(key -> getEntityManager()
                        .createNativeQuery("select 1 from pg_advisory_xact_lock(?1)", Integer.class)
                        .setParameter(1, key)
                        .getSingleResult());
    }
}
