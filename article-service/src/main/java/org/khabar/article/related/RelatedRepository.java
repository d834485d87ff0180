package org.khabar.article.related;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleStatus;

/** Reads which articles share entities with others. */
@ApplicationScoped
class RelatedRepository {

    /** Articles of which more is read than their entities: those with the most in common. */
    private static final int MOST = 60;

    static final String SHARED_ENTITIES = """
            with own as materialized (
              select wanted.id, strongest.entity_id, strongest.salience from unnest(cast(:ids as uuid[])) as wanted(id)
              cross join lateral (
                select entity_id, salience from article_entity where article_id = wanted.id
                order by salience desc, entity_id limit :entities) as strongest),
            weight as materialized (
              select entity_id, ln(1 + cast(:common as float8) / greatest(1, articles)) as idf
              from (select distinct entity_id from own) as each
              cross join lateral (select count(*) as articles from (
                select 1 from article_entity e where e.entity_id = each.entity_id limit :common) as capped) as counted),
            whole as (
              select own.id, sum(weight.idf * own.salience) as total from own join weight using (entity_id) group by own.id),
            shared as (
              select own.id, near.article_id, sum(weight.idf * least(own.salience, near.salience)) as common
              from own join weight using (entity_id)
              cross join lateral (
                (select article_id, salience from article_entity e
                  where e.entity_id = own.entity_id and e.article_id < own.id
                  order by e.article_id desc limit :near)
                union all
                (select article_id, salience from article_entity e
                  where e.entity_id = own.entity_id and e.article_id > own.id
                  order by e.article_id limit :near)) as near
              group by own.id, near.article_id),
            ranked as (
              select id, article_id, common, row_number() over (partition by id order by common desc, article_id desc) as place
              from shared)
            select ranked.id, ranked.article_id, ranked.common / nullif(whole.total, 0)
            from ranked join whole on whole.id = ranked.id where ranked.place <= :most
            """;

    private final EntityManager entities;

    RelatedRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** @param share the part of what an article is about that the other is about too */
    record SharedEntities(UUID article, UUID other, double share) {}

    /**
     * What of an article says how related it is.
     *
     * @param headlineKey its headline, folded
     * @param story the story that it tells along with others, null when it stands alone
     */
    record Outline(
            UUID id,
            Instant publishedAt,
            String headlineKey,
            @Nullable UUID story) {}

    /** Articles that share entities with one of these: for each a bounded number, of a bounded number of entities. */
    List<SharedEntities> listSharing(Collection<UUID> articles, RelatedConfig bounds) {
        return rows(entities.createNativeQuery(SHARED_ENTITIES)
                        .setParameter("ids", articles.toArray(UUID[]::new))
                        .setParameter("entities", bounds.maxEntities())
                        .setParameter("near", bounds.maxArticlesPerEntity())
                        .setParameter("common", Relatedness.COMMON)
                        .setParameter("most", MOST))
                .stream()
                .map(row -> new SharedEntities((UUID) row[0], (UUID) row[1], share(row[2])))
                .toList();
    }

    /** The outlines of those that are published. */
    List<Outline> listOutlines(Collection<UUID> articles) {
        return rows(entities.createNativeQuery("""
                        select a.id, a.published_at, a.headline_key, m.story_id
                        from article a left join story_member m on m.article_id = a.id
                        where a.id = any(cast(:ids as uuid[])) and a.status = any(cast(:visible as text[]))
                        """)
                        .setParameter("ids", articles.toArray(UUID[]::new))
                        .setParameter(
                                "visible",
                                ArticleStatus.visibleToReaders().stream()
                                        .map(Enum::name)
                                        .toArray(String[]::new)))
                .stream()
                .map(row -> new Outline((UUID) row[0], (Instant) row[1], (String) row[2], (UUID) row[3]))
                .toList();
    }

    private static double share(@Nullable Object number) {
        return number == null ? 0 : ((Number) number).doubleValue();
    }

    @SuppressWarnings("unchecked") // A native query of several columns lists arrays.
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
