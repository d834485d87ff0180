package org.khabar.entity.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.exchange.EntityRecord.Alias;
import org.khabar.entity.exchange.EntityRecord.ExternalId;
import org.khabar.entity.exchange.EntityRecord.Relation;
import org.khabar.entity.exchange.EntityRecord.Text;
import org.khabar.entity.relation.RelationKind;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

/** Reads entities as a whole, a constant number of statements for however many. */
@ApplicationScoped
class EntityRecordRepository {

    private static final String FIRST_KEY =
            "(select key from entity_key where entity_id = %s order by key collate \"C\" limit 1)";

    private static final String HEADS = """
            select id, type, coalesce(country, ''), version, edited, hidden, merged_into, %s from entity
            where id = any(?1)
            """.formatted(FIRST_KEY.formatted("merged_into"));

    private static final String RELATIONS = """
            select r.entity_id, r.kind, r.target_id, %s, r.title, r.from_day - date '1970-01-01',
                r.until_day - date '1970-01-01', r.origin
            from entity_relation r join entity target on target.id = r.target_id
            where r.entity_id = any(?1) and (?2 or not target.hidden)
            """.formatted(FIRST_KEY.formatted("r.target_id"));

    /** What waits for an office's title has nothing that a line could say yet. */
    private static final String WAITING = """
            select entity_id, kind, case when target like 'id:%' then cast(substr(target, 4) as uuid) end,
                case when target not like 'id:%' then target end, title, from_day - date '1970-01-01',
                until_day - date '1970-01-01', origin
            from entity_relation_waiting where entity_id = any(?1) and office is null
            """;

    private static final String PAGE = """
            select e.id from entity e
            where e.merged_into is %s null and e.id > ?1 and (?2 or not e.hidden) %s
            order by e.id limit ?3
            """;

    private static final String OF_SHOWN =
            "and (?2 or not (select other.hidden from entity other where other.id = e.merged_into))";

    private final Session session;

    EntityRecordRepository(Session session) {
        this.session = session;
    }

    /**
     * Entities behind a position, all as they were at one time; among their relations are those that wait for their other end.
     *
     * @param hiddenToo whether hidden ones are among them, and relations to hidden ones
     */
    @Transactional
    List<EntityRecord> listAfter(ExportPosition position, int most, boolean hiddenToo) {
        session.createNativeMutationQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
        List<UUID> ids = session.createNativeQuery(
                        PAGE.formatted(position.merged() ? "not" : "", position.merged() ? OF_SHOWN : ""), UUID.class)
                .setParameter(1, position.id())
                .setParameter(2, hiddenToo)
                .setParameter(3, most)
                .getResultList();
        Map<UUID, EntityRecord> entities = ids.isEmpty() ? Map.of() : listByIds(ids, hiddenToo, true);
        return ids.stream().flatMap(id -> Stream.ofNullable(entities.get(id))).toList();
    }

    /** The entities with these ids themselves, also those that were merged; in the transaction of the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, EntityRecord> listByIds(Collection<UUID> ids) {
        return listByIds(ids, true, false);
    }

    private Map<UUID, EntityRecord> listByIds(Collection<UUID> ids, boolean hiddenToo, boolean waitingToo) {
        UUID[] all = ids.toArray(UUID[]::new);
        Map<UUID, Parts> parts = new LinkedHashMap<>();
        session.createNativeQuery(HEADS, Object[].class)
                .setParameter(1, all)
                .getResultList()
                .forEach(row -> parts.put((UUID) row[0], new Parts(row)));
        each(
                "select entity_id, key from entity_key where entity_id = any(?1)",
                all,
                parts,
                (to, row) -> to.keys.add((String) row[1]));
        each(
                "select entity_id, language, text, origin from entity_name where entity_id = any(?1)",
                all,
                parts,
                (to, row) -> to.names.put((String) row[1], text(row)));
        each(
                "select entity_id, language, text, origin from entity_description where entity_id = any(?1)",
                all,
                parts,
                (to, row) -> to.descriptions.put((String) row[1], text(row)));
        each(
                "select entity_id, language, type, text, support, retired, origin from entity_alias where entity_id = any(?1)",
                all,
                parts,
                (to, row) -> to.aliases.add(new Alias(
                        (String) row[1],
                        AliasType.valueOf((String) row[2]),
                        (String) row[3],
                        (String) row[4],
                        (boolean) row[5],
                        Origin.valueOf((String) row[6]))));
        each(
                "select entity_id, scheme, value, origin from entity_external_id where entity_id = any(?1)",
                all,
                parts,
                (to, row) -> to.externalIds.add(
                        new ExternalId((String) row[1], (String) row[2], Origin.valueOf((String) row[3]))));
        each(
                "select entity_id, property, value, origin from entity_date where entity_id = any(?1)",
                all,
                parts,
                (to, row) -> to.dates.put((String) row[1], text(row)));
        session.createNativeQuery(RELATIONS, Object[].class)
                .setParameter(1, all)
                .setParameter(2, hiddenToo)
                .getResultList()
                .forEach(row -> to(parts, row).relations.add(relation(row)));
        if (waitingToo) {
            each(WAITING, all, parts, (to, row) -> to.relations.add(relation(row)));
        }
        Map<UUID, EntityRecord> records = new HashMap<>();
        parts.forEach((id, one) -> records.put(id, one.toRecord()));
        return records;
    }

    private void each(String sql, UUID[] ids, Map<UUID, Parts> parts, BiConsumer<Parts, Object[]> reader) {
        session.createNativeQuery(sql, Object[].class)
                .setParameter(1, ids)
                .getResultList()
                .forEach(row -> reader.accept(to(parts, row), row));
    }

    private static Parts to(Map<UUID, Parts> parts, Object[] row) {
        Parts found = parts.get((UUID) row[0]);
        if (found == null) {
            throw new IllegalStateException("Details of %s, which is no entity.".formatted(row[0]));
        }
        return found;
    }

    private static Text text(Object[] row) {
        return new Text((String) row[2], Origin.valueOf((String) row[3]));
    }

    private static Relation relation(Object[] row) {
        return new Relation(
                RelationKind.valueOf((String) row[1]),
                new EntityReference((UUID) row[2], (String) row[3]),
                (String) row[4],
                day(row[5]),
                day(row[6]),
                Origin.valueOf((String) row[7]));
    }

    private static @Nullable LocalDate day(@Nullable Object days) {
        return days == null ? null : LocalDate.ofEpochDay(((Number) days).longValue());
    }

    /** An entity while its rows come in. */
    private static final class Parts {

        private final Object[] head;
        private final List<String> keys = new ArrayList<>();
        private final Map<String, Text> names = new HashMap<>();
        private final Map<String, Text> descriptions = new HashMap<>();
        private final List<Alias> aliases = new ArrayList<>();
        private final List<ExternalId> externalIds = new ArrayList<>();
        private final Map<String, Text> dates = new HashMap<>();
        private final List<Relation> relations = new ArrayList<>();

        Parts(Object[] head) {
            this.head = head;
        }

        EntityRecord toRecord() {
            UUID mergedInto = (UUID) head[6];
            return new EntityRecord(
                    (UUID) head[0],
                    EntityType.valueOf((String) head[1]),
                    (String) head[2],
                    (int) head[3],
                    (boolean) head[4],
                    (boolean) head[5],
                    mergedInto == null ? null : new EntityReference(mergedInto, (String) head[7]),
                    keys,
                    names,
                    descriptions,
                    aliases,
                    externalIds,
                    dates,
                    relations);
        }
    }
}
