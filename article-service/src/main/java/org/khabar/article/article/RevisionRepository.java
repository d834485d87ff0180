package org.khabar.article.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.khabar.article.paging.PageRequest;

@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<RevisionEntity, RevisionEntity.Key> {

    private static final String OLDER_PAGES = """
            select r.* from unnest(cast(:ids as uuid[])) as wanted(id) cross join lateral (
              select * from revision
              where article_id = wanted.id and version < :after and version > :before
              order by version desc limit :rows) as r
            """;

    private static final String NEWER_PAGES = OLDER_PAGES.replace("order by version desc", "order by version");

    /** The key columns lead the primary key, so that one index scan serves a batch. */
    List<RevisionEntity> listByKeys(Collection<RevisionEntity.Key> keys) {
        return list("key in ?1", keys);
    }

    /**
     * For each article the rows of a page of its revisions, which are newest first, in the direction that the page is
     * read, and one more when there are more.
     */
    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    List<RevisionEntity> listPages(Collection<UUID> articleIds, PageRequest<Integer> page) {
        return getEntityManager()
                .createNativeQuery(page.backward() ? NEWER_PAGES : OLDER_PAGES, RevisionEntity.class)
                .setParameter("ids", articleIds.toArray(UUID[]::new))
                .setParameter("after", page.after() == null ? Integer.MAX_VALUE : page.after())
                .setParameter("before", page.before() == null ? 0 : page.before())
                .setParameter("rows", page.size() + 1)
                .getResultList();
    }
}
