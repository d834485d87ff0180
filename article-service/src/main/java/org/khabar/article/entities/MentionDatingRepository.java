package org.khabar.article.entities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells mentions when their articles were published. */
@ApplicationScoped
class MentionDatingRepository {

    private static final String DATE = """
            with batch as materialized (
              select id, case when status in ('PUBLISHED', 'CORRECTED') then published_at end as published_at
              from article where id < :last order by id desc limit :limit for share),
            dated as (
              update article_entity e set published_at = batch.published_at from batch
              where e.article_id = batch.id and e.published_at is distinct from batch.published_at)
            select id from batch order by id limit 1
            """;

    private final EntityManager database;

    MentionDatingRepository(EntityManager database) {
        this.database = database;
    }

    /** Goes through the next articles by descending id; the last of them, empty when there was none. */
    @SuppressWarnings("unchecked") // A native query of one column lists its type.
    Optional<UUID> dateBefore(UUID last, int limit) {
        return ((List<UUID>) database.createNativeQuery(DATE, UUID.class)
                        .setParameter("last", last)
                        .setParameter("limit", limit)
                        .getResultList())
                .stream().findFirst();
    }

    /** The next article by descending id. */
    @SuppressWarnings("unchecked") // As above.
    Optional<UUID> findBefore(UUID last) {
        return ((List<UUID>) database.createNativeQuery(
                                "select id from article where id < :last order by id desc limit 1", UUID.class)
                        .setParameter("last", last)
                        .getResultList())
                .stream().findFirst();
    }
}
