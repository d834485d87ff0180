package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.paging.PageRequest;

/** Reads which articles mention which entities: a page for each of many owners in one statement, from an index. */
@ApplicationScoped
class ArticleEntityRepository {

    /** The two directions in which the table is read, with the columns of their indexes. */
    private enum Side {
        ARTICLE("article_id", "salience", "entity_id"),
        ENTITY("entity_id", "published_at", "article_id");

        private final String owner;
        private final String order;
        private final String tie;

        Side(String owner, String order, String tie) {
            this.owner = owner;
            this.order = order;
            this.tie = tie;
        }
    }

    private static final String PAGES = """
            select page.article_id, page.entity_id, page.published_at, page.mention_count, page.salience
            from unnest(:owners) as owner (id) cross join lateral (
                select * from article_entity
                where %1$s = owner.id%4$s%6$s
                order by %2$s %5$s, %3$s %5$s
                limit :size
            ) page
            """;

    private final Session session;

    ArticleEntityRepository(Session session) {
        this.session = session;
    }

    /** For each article the rows of a page in the direction that it is read, and one more when there are more. */
    Map<UUID, List<ArticleEntity>> listByArticles(
            Collection<UUID> articles, PageRequest<SaliencePosition> page, RequestBudget budget) {
        return pages(Side.ARTICLE, articles, EntityArticleFilter.ALL, page, budget)
                .collect(Collectors.groupingBy(ArticleEntity::article));
    }

    /** For each entity the rows of a page in the direction that it is read, and one more when there are more. */
    Map<UUID, List<ArticleEntity>> listByEntities(
            Collection<UUID> entities,
            EntityArticleFilter filter,
            PageRequest<PublicationPosition> page,
            RequestBudget budget) {
        return pages(Side.ENTITY, entities, filter, page, budget).collect(Collectors.groupingBy(ArticleEntity::entity));
    }

    Map<UUID, Integer> countByArticles(Collection<UUID> articles) {
        return counts(Side.ARTICLE, articles, EntityArticleFilter.ALL);
    }

    Map<UUID, Integer> countByEntities(Collection<UUID> entities, EntityArticleFilter filter) {
        return counts(Side.ENTITY, entities, filter);
    }

    private Stream<ArticleEntity> pages(
            Side side,
            Collection<UUID> owners,
            EntityArticleFilter filter,
            PageRequest<? extends ConnectionPosition> page,
            RequestBudget budget) {
        String direction = page.backward() ? "asc" : "desc";
        String sql = PAGES.formatted(side.owner, side.order, side.tie, bounds(side, page), direction, filter.sql());
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class)
                .setParameter("owners", owners.toArray(UUID[]::new))
                .setParameter("size", page.size() + 1)
                .setMaxResults(budget.mostRows(owners.size()));
        bind(query, filter);
        bind(query, "after", page.after());
        bind(query, "before", page.before());
        return budget.complete(query.getResultList(), owners.size()).stream()
                .map(row -> new ArticleEntity(
                        (UUID) row[0], (UUID) row[1], (Instant) row[2], (int) row[3], (double) row[4]));
    }

    private static String bounds(Side side, PageRequest<?> page) {
        String position = " and (%s, %s) %s (:%4$sOrder, :%4$sId)";
        return (page.after() == null ? "" : position.formatted(side.order, side.tie, "<", "after"))
                + (page.before() == null ? "" : position.formatted(side.order, side.tie, ">", "before"));
    }

    private static void bind(NativeQuery<?> query, String name, @Nullable ConnectionPosition position) {
        if (position != null) {
            query.setParameter(name + "Order", position.order());
            query.setParameter(name + "Id", position.id());
        }
    }

    private static void bind(NativeQuery<?> query, EntityArticleFilter filter) {
        if (filter.outlets() != null) {
            query.setParameter("outlets", filter.outlets().toArray(String[]::new));
        }
        bind(query, "publishedFrom", filter.publishedFrom());
        bind(query, "publishedBefore", filter.publishedBefore());
        bind(query, "minSalience", filter.minSalience());
    }

    private static void bind(NativeQuery<?> query, String name, @Nullable Object value) {
        if (value != null) {
            query.setParameter(name, value);
        }
    }

    private Map<UUID, Integer> counts(Side side, Collection<UUID> owners, EntityArticleFilter filter) {
        String sql =
                "select %1$s, cast(count(*) as int) from article_entity where %1$s = any(:owners)%2$s group by %1$s"
                        .formatted(side.owner, filter.sql());
        Map<UUID, Integer> counts = new HashMap<>();
        NativeQuery<Object[]> query =
                session.createNativeQuery(sql, Object[].class).setParameter("owners", owners.toArray(UUID[]::new));
        bind(query, filter);
        query.getResultList().forEach(row -> counts.put((UUID) row[0], (Integer) row[1]));
        return counts;
    }
}
