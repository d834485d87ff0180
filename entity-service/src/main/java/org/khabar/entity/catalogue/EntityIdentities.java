package org.khabar.entity.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Which entity an id stands for, and the lock that keeps it so. Whoever writes down what entities an article mentions holds
 * it together with others who do, whoever edits the catalogue holds it alone: so each sees all that the other has committed,
 * and no mention is written of an entity that is being merged. Taken before any row of the catalogue, after the cursor of the
 * article feed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class EntityIdentities {

    private static final String SHARED = "select 1 from pg_advisory_xact_lock_shared(hashtext('khabar.identities'))";

    /** The first keeps the loader of the catalogue away, see {@link CatalogueWriter}. */
    private static final String ALONE = """
            select 1 from pg_advisory_xact_lock_shared(hashtext('khabar.catalogue')),
                pg_advisory_xact_lock(hashtext('khabar.identities'))
            """;

    private final Session session;

    EntityIdentities(Session session) {
        this.session = session;
    }

    /**
     * What an id stands for.
     *
     * @param entity the entity itself, or the one that it was merged into
     * @param hidden whether that one is hidden
     */
    public record Identity(UUID entity, boolean hidden) {}

    /** Waits for edits under way, and keeps others from beginning until the transaction ends. */
    public void hold() {
        session.createNativeQuery(SHARED, Integer.class).getSingleResult();
    }

    /** Waits for all who hold it, and keeps others away until the transaction ends. */
    public void holdAlone() {
        session.createNativeQuery(ALONE, Integer.class).getSingleResult();
    }

    /** What these ids stand for; none for an id that no entity has. */
    public Map<UUID, Identity> listByIds(Collection<UUID> ids) {
        Map<UUID, Identity> identities = new HashMap<>();
        session.createNativeQuery("""
                        select asked.id, e.id, e.hidden
                        from entity asked join entity e on e.id = coalesce(asked.merged_into, asked.id)
                        where asked.id = any(?1)
                        """, Object[].class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> identities.put((UUID) row[0], new Identity((UUID) row[1], (boolean) row[2])));
        return identities;
    }

    /** All ids that stand for the same entity as each of these: its own, and those that were merged into it. */
    @Transactional
    public Map<UUID, Set<UUID>> listAllIds(Collection<UUID> ids) {
        Map<UUID, Set<UUID>> all = new HashMap<>();
        session.createNativeQuery("""
                        with asked as (select id, coalesce(merged_into, id) as now from entity where id = any(?1))
                        select id, now from asked
                        union select asked.id, e.id from asked join entity e on e.merged_into = asked.now
                        """, Object[].class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> all.computeIfAbsent((UUID) row[0], id -> new HashSet<>())
                        .add((UUID) row[1]));
        return all;
    }
}
