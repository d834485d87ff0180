package org.khabar.article.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds embargoes by the database's clock, which is one for all replicas. */
@ApplicationScoped
class EmbargoRepository implements PanacheRepositoryBase<ArticleEntity, UUID> {

    static final String DUE = """
            select id, embargo_until from article
            where status = 'SCHEDULED' and embargo_until <= now() and (embargo_until, id) > (:time, :id)
            order by embargo_until, id limit :rows
            """;

    static final String NEXT = """
            select cast(ceil(extract(epoch from min(embargo_until) - clock_timestamp()) * 1000) as bigint)
            from article where status = 'SCHEDULED' and embargo_until > now()
            """;

    private static final String CLAIM = """
            select * from article where id = :id and status = 'SCHEDULED' and embargo_until <= now()
            for no key update skip locked
            """;

    /** The embargoes whose time has come, after another one, the earliest first. */
    List<Embargoes.Due> listDue(Embargoes.Due after, int rows) {
        return getSession()
                .createNativeQuery(DUE, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("embargo_until", Instant.class)
                .setParameter("time", after.embargoUntil())
                .setParameter("id", after.article())
                .setParameter("rows", rows)
                .getResultList()
                .stream()
                .map(row -> new Embargoes.Due((UUID) row[0], (Instant) row[1]))
                .toList();
    }

    /** The article, locked, if its time has come; empty when it has not, or somebody else has the article. */
    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    Optional<ArticleEntity> claim(UUID article) {
        List<ArticleEntity> claimed = getEntityManager()
                .createNativeQuery(CLAIM, ArticleEntity.class)
                .setParameter("id", article)
                .getResultList();
        return claimed.stream().findFirst();
    }

    /** In how many milliseconds the next embargo ends that has not ended; empty when there is none. */
    Optional<Long> findMillisToNext() {
        return Optional.ofNullable(
                (Long) getEntityManager().createNativeQuery(NEXT, Long.class).getSingleResult());
    }
}
