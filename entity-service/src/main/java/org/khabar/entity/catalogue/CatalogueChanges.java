package org.khabar.entity.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.khabar.entity.tagging.AliasEntry;

/**
 * Which entities' names were changed, by whatever process, in the order of PostgreSQL's transactions. A position is the id
 * of the oldest transaction that was running, so what lies below has all been seen and nothing that commits late is passed
 * over; a long transaction holds the changes of all others back until it ends.
 */
@ApplicationScoped
@Transactional
public class CatalogueChanges {

    private static final String BETWEEN =
            " where transaction_id >= cast(:from as xid8) and transaction_id < cast(:to as xid8) ";

    private static final int MOST_ROWS_OF_AN_ENTITY = 8;

    /** An editor changes one entity in a transaction or two; sources and imports, whose entities may be edited ones, many. */
    private static final String EDITED = """
            select entity_id, cast(cast(transaction_id as text) as bigint) from (
                select entity_id, transaction_id, count(*) over (partition by transaction_id) as together
                from (select distinct transaction_id, entity_id from catalogue_change %s) change
            ) counted
            where together <= 10 and exists (select 1 from entity where id = entity_id and edited)
            order by transaction_id, entity_id
            """.formatted(BETWEEN);

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
     * @param most how many entities at most are wanted; when more were changed, none is told
     */
    public CatalogueChange since(long position, int most) {
        long now = position();
        Optional<List<UUID>> changed = now == position ? Optional.of(List.of()) : listEntities(position, now, most);
        return changed.map(entities -> new CatalogueChange(now, names(entities), false))
                .orElseGet(() -> new CatalogueChange(now, Map.of(), true));
    }

    /**
     * What editors have changed since a position, of all that was changed: what they do is waited for, what sources and imports
     * bring by the million is not.
     *
     * @param most how many entities at most are wanted; when more were changed, the first are told, and the next reading begins
     *     behind them
     */
    public CatalogueChange byEditorsSince(long position, int most) {
        long now = position();
        if (now == position || most == 0) {
            return new CatalogueChange(position, Map.of(), now != position);
        }
        List<Object[]> rows = bound(session.createNativeQuery(EDITED, Object[].class), position, now)
                .setMaxResults(most + 1)
                .getResultList();
        boolean more = rows.size() > most;
        List<UUID> edited =
                rows.stream().limit(most).map(row -> (UUID) row[0]).distinct().toList();
        return new CatalogueChange(more ? (long) rows.getLast()[1] : now, names(edited), more);
    }

    /** Whether anything was changed since a position and before another one. */
    public boolean isAny(long from, long to) {
        return from != to
                && !bound(
                                session.createNativeQuery("select 1 from catalogue_change" + BETWEEN, Integer.class),
                                from,
                                to)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    private Map<UUID, List<AliasEntry>> names(List<UUID> changed) {
        if (changed.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<AliasEntry>> names = new HashMap<>();
        changed.forEach(entity -> names.put(entity, List.of()));
        names.putAll(entities.listDictionary(changed).stream().collect(Collectors.groupingBy(AliasEntry::entity)));
        return names;
    }

    /** Takes away what every running reader has read long since. */
    public void forgetOlderThan(Duration age) {
        session.createNativeMutationQuery("delete from catalogue_change where changed_at < cast(:time as timestamptz)")
                .setParameter("time", Instant.now().minus(age), Instant.class)
                .executeUpdate();
    }

    /**
     * Reads a bounded number of rows: an import leaves millions, of which it is enough to know that they are too many.
     *
     * @return empty when there are more entities, or more rows
     */
    private Optional<List<UUID>> listEntities(long from, long to, int most) {
        long mostRows = MOST_ROWS_OF_AN_ENTITY * (most + 1L);
        List<Object[]> rows = bound(session.createNativeQuery("""
                        select entity_id, count(*) from (
                            select entity_id from catalogue_change %s limit :rows
                        ) change group by entity_id
                        """.formatted(BETWEEN), Object[].class), from, to)
                .setParameter("rows", mostRows)
                .getResultList();
        long read = rows.stream().mapToLong(row -> (long) row[1]).sum();
        return rows.size() > most || read == mostRows
                ? Optional.empty()
                : Optional.of(rows.stream().map(row -> (UUID) row[0]).toList());
    }

    private static <T> NativeQuery<T> bound(NativeQuery<T> query, long from, long to) {
        return query.setParameter("from", Long.toString(from)).setParameter("to", Long.toString(to));
    }
}
