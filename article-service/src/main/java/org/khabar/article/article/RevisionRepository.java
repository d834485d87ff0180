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

    /** All columns but the text, which is long and often not asked for. */
    private static final String WITHOUT_TEXT =
            "select r.article_id, r.version, r.outlet_id, r.url, r.headline, r.language,"
                    + " r.kind, r.status, r.byline, r.credit, r.published_at, cast('[]' as jsonb) as blocks, r.author,"
                    + " r.created_at from";

    private static final String NEWER_PAGES = OLDER_PAGES.replace("order by version desc", "order by version");

    /** The key columns lead the primary key, so that one index scan serves a batch. */
    List<RevisionEntity> listByKeys(Collection<RevisionEntity.Key> keys) {
        return list("key in ?1", keys);
    }

    /**
     * For each article the rows of a page of its revisions, which are newest first, in the direction that the page is
     * read, and one more when there are more.
     *
     * @param textWanted whether the rows have their blocks
     */
    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    List<RevisionEntity> listPages(Collection<UUID> articleIds, PageRequest<Integer> page, boolean textWanted) {
        String pages = page.backward() ? NEWER_PAGES : OLDER_PAGES;
        return getEntityManager()
                .createNativeQuery(
                        textWanted ? pages : pages.replace("select r.* from", WITHOUT_TEXT), RevisionEntity.class)
                .setParameter("ids", articleIds.toArray(UUID[]::new))
                .setParameter("after", page.after() == null ? Integer.MAX_VALUE : page.after())
                .setParameter("before", page.before() == null ? 0 : page.before())
                .setParameter("rows", page.size() + 1)
                .getResultList();
    }
}
