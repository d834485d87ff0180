package org.khabar.entity.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.khabar.entity.tagging.AliasEntry;

/**
 * Which entities' names were changed, by whatever process, in the order of PostgreSQL's transactions. A position is the id
 * of the oldest transaction that was running, so what lies below has all been seen and nothing that commits late is passed
 * over; a long transaction holds the changes of all others back until it ends.
 */
@ApplicationScoped
@Transactional
public class CatalogueChanges {

    private final Session session;
    private final EntityRepository entities;

    CatalogueChanges(Session session, EntityRepository entities) {
        this.session = session;
        this.entities = entities;
    }

    /** Where a reader of the whole catalogue has to go on from, taken before it reads. */
    public long position() {
        return session.createNativeQuery(
                        "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)", Long.class)
                .getSingleResult();
    }

    /**
     * What was changed since a position.
     *
     * @param most how many entities at most are wanted
     */
    public CatalogueChange since(long position, int most) {
        long now = position();
        List<UUID> changed = now == position ? List.of() : listEntities(position, now, most + 1);
        if (changed.isEmpty()) {
            return new CatalogueChange(now, Map.of(), false);
        }
        List<UUID> wanted = changed.subList(0, Math.min(most, changed.size()));
        Map<UUID, List<AliasEntry>> names = new HashMap<>();
        wanted.forEach(entity -> names.put(entity, List.of()));
        names.putAll(entities.listDictionary(wanted).stream().collect(Collectors.groupingBy(AliasEntry::entity)));
        return new CatalogueChange(now, names, changed.size() > most);
    }

    /** Takes away what every running reader has read long since. */
    public void forgetOlderThan(Duration age) {
        session.createNativeMutationQuery("delete from catalogue_change where changed_at < cast(:time as timestamptz)")
                .setParameter("time", Instant.now().minus(age), Instant.class)
                .executeUpdate();
    }

    private List<UUID> listEntities(long from, long to, int most) {
        return session.createNativeQuery("""
                        select distinct entity_id from catalogue_change
                        where transaction_id >= cast(:from as xid8) and transaction_id < cast(:to as xid8)
                        """, UUID.class)
                .setParameter("from", Long.toString(from))
                .setParameter("to", Long.toString(to))
                .setMaxResults(most)
                .getResultList();
    }
}
