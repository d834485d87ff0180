package org.khabar.article.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.khabar.article.paging.PageRequest;

/** Reads pages of outlets' articles. */
@ApplicationScoped
class OutletArticlesRepository implements PanacheRepositoryBase<ArticleEntity, UUID> {

    static final String PAGES = """
            select page.* from unnest(cast(:ids as uuid[])) as wanted(id) cross join lateral (
              select * from article a
              where a.outlet_id = wanted.id and a.status = any(cast(:visible as text[]))
                and (a.published_at, a.id) < (cast(:afterTime as timestamptz), cast(:afterId as uuid))
              order by a.published_at desc, a.id desc limit :rows) as page
            order by page.published_at desc, page.id desc
            """;

    /** Before all others, newest first. */
    private static final ArticlePosition START =
            new ArticlePosition(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    /** For each outlet a page of its published articles, newest first, and one more when there are more. */
    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    List<ArticleEntity> listPages(Collection<UUID> outlets, PageRequest<ArticlePosition> page) {
        ArticlePosition after = page.after() == null ? START : page.after();
        return getEntityManager()
                .createNativeQuery(PAGES, ArticleEntity.class)
                .setParameter("ids", outlets.toArray(UUID[]::new))
                .setParameter(
                        "visible",
                        ArticleStatus.visibleToReaders().stream()
                                .map(Enum::name)
                                .toArray(String[]::new))
                .setParameter("afterTime", after.publishedAt())
                .setParameter("afterId", after.id())
                .setParameter("rows", page.size() + 1)
                .getResultList();
    }
}
