package org.khabar.article.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PublishedListingRepository implements PanacheRepositoryBase<ArticleEntity, UUID> {

    private static final String NEWEST_FIRST = " order by publishedAt desc, id desc";

    /** An array without members stands for no condition. */
    static final String NAMING = """
            select a.* from article_entity named join article a on a.id = named.article_id
            where named.entity_id = :entity and a.status = any(cast(:statuses as text[]))
              and (cardinality(cast(:outlets as uuid[])) = 0 or a.outlet_id = any(cast(:outlets as uuid[])))
              and (cardinality(cast(:languages as text[])) = 0 or a.language = any(cast(:languages as text[])))
              and (cardinality(cast(:kinds as text[])) = 0 or a.kind = any(cast(:kinds as text[])))
              and (cardinality(cast(:subjects as text[])) = 0 or a.subjects && cast(:subjects as varchar[]))
            order by a.published_at desc, a.id desc limit :count
            """;

    List<ArticleEntity> listNewest(ArticleSelection selection, int count) {
        ArticleConditions conditions = ArticleConditions.of(selection);
        return find(conditions.query() + NEWEST_FIRST, conditions.parameters())
                .page(0, count)
                .list();
    }

    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    List<ArticleEntity> listNewestNaming(String entity, ArticleSelection selection, int count) {
        return getEntityManager()
                .createNativeQuery(NAMING, ArticleEntity.class)
                .setParameter("entity", entity)
                .setParameter("statuses", names(selection.statuses()))
                .setParameter(
                        "outlets",
                        selection.outlets() == null
                                ? new UUID[0]
                                : selection.outlets().toArray(UUID[]::new))
                .setParameter("languages", names(selection.languages()))
                .setParameter("kinds", names(selection.kinds()))
                .setParameter("subjects", names(selection.subjects()))
                .setParameter("count", count)
                .getResultList();
    }

    List<ArticleEntity> listWithUrl(ArticleSelection selection, int skipped, int count) {
        ArticleConditions conditions = ArticleConditions.of(selection);
        return find(conditions.query() + " and article.url is not null" + NEWEST_FIRST, conditions.parameters())
                .range(skipped, skipped + count - 1)
                .list();
    }

    long countWithUrl(ArticleSelection selection) {
        ArticleConditions conditions = ArticleConditions.of(selection);
        return count(conditions.query() + " and article.url is not null", conditions.parameters());
    }

    /** The primary key serves this whatever the selection. */
    List<ArticleEntity> listAfter(@Nullable UUID after, ArticleSelection selection, int count) {
        ArticleConditions conditions = ArticleConditions.of(selection);
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        String text = conditions.query();
        if (after != null) {
            text += " and article.id > :afterId";
            parameters.put("afterId", after);
        }
        return find(text + " order by id", parameters).page(0, count).list();
    }

    private static String[] names(@Nullable Collection<?> values) {
        return values == null
                ? new String[0]
                : values.stream().map(Object::toString).toArray(String[]::new);
    }
}
