package org.khabar.entity.relation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.bulk.BulkRows;

/** The stored relations of entities. */
@ApplicationScoped
@Transactional
public class Relations {

    private static final String SELECT = """
            select entity_id, kind, target_id, title, from_day - date '1970-01-01', until_day - date '1970-01-01'
            from entity_relation where entity_id = any(?1)
            """;

    private static final String WAITING = "entity_relation_waiting";

    private static final String SAME = """
            select 1 from entity_relation same where same.kind = moved.kind and same.title = moved.title
                and same.from_day is not distinct from moved.from_day
            """;

    private final Session session;

    Relations(Session session) {
        this.session = session;
    }

    private record Row(UUID entity, Relation relation) {}

    /** The relations of each entity, by kind and time. */
    Map<UUID, List<Relation>> listByEntities(Collection<UUID> entities, RequestBudget budget) {
        List<Object[]> rows = session.createNativeQuery(SELECT, Object[].class)
                .setParameter(1, entities.toArray(UUID[]::new))
                .setMaxResults(budget.mostRows(entities.size()))
                .getResultList();
        return budget.complete(rows, entities.size()).stream()
                .map(Relations::row)
                .sorted((a, b) -> a.relation().compareTo(b.relation()))
                .collect(Collectors.groupingBy(Row::entity, Collectors.mapping(Row::relation, Collectors.toList())));
    }

    /** The relations of an entity. */
    public TreeSet<Relation> list(UUID entity) {
        return session
                .createNativeQuery(SELECT, Object[].class)
                .setParameter(1, new UUID[] {entity})
                .getResultList()
                .stream()
                .map(row -> row(row).relation())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Puts these relations in the place of all that an entity had, those that waited for their other end included. */
    public void replace(UUID entity, Collection<Relation> relations) {
        for (String table : new String[] {"entity_relation", WAITING}) {
            session.createNativeMutationQuery("delete from %s where entity_id = ?1".formatted(table))
                    .setParameter(1, entity)
                    .executeUpdate();
        }
        BulkRows rows = new BulkRows("uuid", "text", "uuid", "text", "text", "text");
        relations.forEach(relation -> rows.add(
                entity,
                relation.kind().name(),
                relation.target(),
                relation.title(),
                relation.from() == null ? null : relation.from().toString(),
                relation.until() == null ? null : relation.until().toString()));
        session.doWork(connection -> rows.execute(connection, """
                insert into entity_relation (entity_id, kind, target_id, title, from_day, until_day)
                select entity, kind, target, title, cast(from_day as date), cast(until_day as date)
                from unnest(?, ?, ?, ?, ?, ?) as given (entity, kind, target, title, from_day, until_day)
                """));
    }

    /**
     * Makes all relations of an entity, and those to it, the other's; one that the other has already stays single. So are those
     * that wait, but for what Wikidata says of an entity that is no more.
     */
    public void move(UUID from, UUID to) {
        update("""
                delete from entity_relation moved where moved.target_id = :from and (moved.entity_id = :to or exists (
                    %s and same.entity_id = moved.entity_id and same.target_id = :to))
                """.formatted(SAME), from, to);
        update("update entity_relation set target_id = :to where target_id = :from", from, to);
        update("""
                delete from entity_relation moved where moved.entity_id = :from and (moved.target_id = :to or exists (
                    %s and same.entity_id = :to and same.target_id = moved.target_id))
                """.formatted(SAME), from, to);
        update("update entity_relation set entity_id = :to where entity_id = :from", from, to);
        update("""
                update entity_relation_waiting moved set entity_id = :to where entity_id = :from and origin <> 'WIKIDATA'
                    and not exists (select 1 from entity_relation_waiting same where same.entity_id = :to
                        and same.kind = moved.kind and same.target is not distinct from moved.target
                        and same.office is not distinct from moved.office and same.title = moved.title
                        and same.from_day is not distinct from moved.from_day)
                """, from, to);
        session.createNativeMutationQuery("delete from %s where entity_id = ?1".formatted(WAITING))
                .setParameter(1, from)
                .executeUpdate();
    }

    private void update(String sql, UUID from, UUID to) {
        session.createNativeMutationQuery(sql)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    private static Row row(Object[] columns) {
        return new Row(
                (UUID) columns[0],
                new Relation(
                        RelationKind.valueOf((String) columns[1]),
                        (UUID) columns[2],
                        (String) columns[3],
                        day(columns[4]),
                        day(columns[5])));
    }

    private static @Nullable LocalDate day(@Nullable Object days) {
        return days == null ? null : LocalDate.ofEpochDay(((Number) days).longValue());
    }
}
