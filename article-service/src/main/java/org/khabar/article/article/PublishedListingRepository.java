package org.khabar.article.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.QueryTimeoutException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

@ApplicationScoped
class PublishedListingRepository implements PanacheRepositoryBase<ArticleEntity, UUID> {

    private static final String NEWEST_FIRST = " order by publishedAt desc, id desc";

    private static final String NARROWED = """
              and (cardinality(cast(:outlets as uuid[])) = 0 or a.outlet_id = any(cast(:outlets as uuid[])))
              and (cardinality(cast(:languages as text[])) = 0 or a.language = any(cast(:languages as text[])))
              and (cardinality(cast(:kinds as text[])) = 0 or a.kind = any(cast(:kinds as text[])))
              and (cardinality(cast(:subjects as text[])) = 0 or a.subjects && cast(:subjects as varchar[]))
            """;

    /**
     * What names an entity, in the order of the index, so that reading ends with the list. A filter that hardly anything of
     * it meets ends with the newest so many. An array without members stands for no condition.
     */
    static final String NAMING = """
            select a.* from (
              select article_id, published_at from article_entity
              where entity_id = :entity and published_at is not null
              order by published_at desc, article_id desc limit :scanned) as named
            join article a on a.id = named.article_id
            where a.status = any(cast(:statuses as text[]))
            """ + NARROWED + """
            order by named.published_at desc, named.article_id desc limit :count
            """;

    /** The same while not all mentions know yet when their articles were published. */
    private static final String NAMING_UNDATED = """
            select a.* from article_entity named join article a on a.id = named.article_id
            where named.entity_id = :entity and cast(:scanned as int) > 0 and a.status = any(cast(:statuses as text[]))
            """ + NARROWED + """
            order by a.published_at desc, a.id desc limit :count
            """;

    /** In the table of works that go on in the background. */
    private static final String DATING = "select exists (select from backfill where name = 'mention-dates')";

    private static final String CANCELLED = "57014";

    List<ArticleEntity> listNewest(ArticleSelection selection, int count) {
        ArticleConditions conditions = ArticleConditions.of(selection);
        return find(conditions.query() + NEWEST_FIRST, conditions.parameters())
                .page(0, count)
                .list();
    }

    /**
     * The newest that name an entity.
     *
     * @throws RequestFailure when it takes too long
     */
    List<ArticleEntity> listNewestNaming(String entity, ArticleSelection selection, ListingBounds bounds) {
        getEntityManager()
                .createNativeQuery("select set_config('statement_timeout', :millis, true)", String.class)
                .setParameter("millis", Long.toString(bounds.timeout().toMillis()))
                .getSingleResult();
        try {
            return listNaming(isDating() ? NAMING_UNDATED : NAMING, entity, selection, bounds);
        } catch (QueryTimeoutException | JDBCException failed) {
            throw failure(failed);
        }
    }

    private static RuntimeException failure(RuntimeException failed) {
        if (failed instanceof JDBCException database && !CANCELLED.equals(database.getSQLState())) {
            return failed;
        }
        return new RequestFailure(
                ErrorCode.TIMEOUT, 400, "The list takes too long; narrow it by fewer conditions.", null);
    }

    private boolean isDating() {
        return (Boolean)
                getEntityManager().createNativeQuery(DATING, Boolean.class).getSingleResult();
    }

    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    private List<ArticleEntity> listNaming(
            String query, String entity, ArticleSelection selection, ListingBounds bounds) {
        return getEntityManager()
                .createNativeQuery(query, ArticleEntity.class)
                .setParameter("entity", entity)
                .setParameter("scanned", bounds.scanned())
                .setParameter("statuses", names(selection.statuses()))
                .setParameter(
                        "outlets",
                        selection.outlets() == null
                                ? new UUID[0]
                                : selection.outlets().toArray(UUID[]::new))
                .setParameter("languages", names(selection.languages()))
                .setParameter("kinds", names(selection.kinds()))
                .setParameter("subjects", names(selection.subjects()))
                .setParameter("count", bounds.count())
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
