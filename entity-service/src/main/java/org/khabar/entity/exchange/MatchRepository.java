package org.khabar.entity.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.khabar.entity.exchange.EntityRecord.Relation;
import org.khabar.entity.exchange.Targets.Target;
import org.khabar.entity.relation.RelationClaims;
import org.khabar.entity.tagging.EntityType;

/** Looks up what lines are about and whom they name, for many lines at once; in the transaction of the caller. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MatchRepository {

    private static final String ENTITY = "e.id, e.type, e.version from entity asked "
            + "join entity e on e.id = coalesce(asked.merged_into, asked.id)";

    private final Session session;

    MatchRepository(Session session) {
        this.session = session;
    }

    Matches match(List<EntityLine> lines) {
        UUID[] ids = lines.stream().map(EntityLine::id).filter(Objects::nonNull).toArray(UUID[]::new);
        Set<UUID> known =
                new HashSet<>(session.createNativeQuery("select id from entity where id = any(?1)", UUID.class)
                        .setParameter(1, ids)
                        .getResultList());
        Map<String, UUID> keys = new HashMap<>();
        session.createNativeQuery("select key, entity_id from entity_key where key = any(?1)", Object[].class)
                .setParameter(
                        1, lines.stream().flatMap(line -> line.keys().stream()).toArray(String[]::new))
                .getResultList()
                .forEach(row -> keys.put((String) row[0], (UUID) row[1]));
        Map<List<String>, Set<UUID>> externalIds = new HashMap<>();
        List<EntityRecord.ExternalId> given = lines.stream()
                .flatMap(line -> Stream.ofNullable(line.externalIds()))
                .flatMap(List::stream)
                .toList();
        session.createNativeQuery("""
                        select scheme, value, entity_id from entity_external_id where (scheme, value) in (
                            select * from unnest(cast(?1 as text[]), cast(?2 as text[])))
                        """, Object[].class)
                .setParameter(
                        1, given.stream().map(EntityRecord.ExternalId::scheme).toArray(String[]::new))
                .setParameter(
                        2, given.stream().map(EntityRecord.ExternalId::value).toArray(String[]::new))
                .getResultList()
                .forEach(row -> externalIds
                        .computeIfAbsent(List.of((String) row[0], (String) row[1]), id -> new HashSet<>())
                        .add((UUID) row[2]));
        return new Matches(known, keys, externalIds);
    }

    Targets targets(List<EntityLine> lines) {
        List<EntityReference> named = lines.stream()
                .flatMap(line -> Stream.concat(
                        Stream.ofNullable(line.mergedInto()),
                        Stream.ofNullable(line.relations())
                                .flatMap(List::stream)
                                .map(Relation::target)))
                .distinct()
                .toList();
        Map<UUID, Target> byId = new HashMap<>();
        session.createNativeQuery("select asked.id, %s where asked.id = any(?1)".formatted(ENTITY), Object[].class)
                .setParameter(
                        1,
                        named.stream()
                                .map(EntityReference::id)
                                .filter(Objects::nonNull)
                                .toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> byId.put((UUID) row[0], target(row)));
        Map<String, Target> byKey = new HashMap<>();
        session.createNativeQuery(
                        "select key.key, %s join entity_key key on key.entity_id = asked.id where key.key = any(?1)"
                                .formatted(ENTITY),
                        Object[].class)
                .setParameter(
                        1,
                        named.stream()
                                .map(EntityReference::key)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .getResultList()
                .forEach(row -> byKey.put((String) row[0], target(row)));
        return new Targets(byId, byKey, coming(lines));
    }

    private static Target target(Object[] row) {
        return new Target((UUID) row[1], EntityType.valueOf((String) row[2]), (int) row[3]);
    }

    private static Map<String, EntityType> coming(List<EntityLine> lines) {
        Map<String, EntityType> coming = new HashMap<>();
        for (EntityLine line : lines) {
            EntityType type = line.type();
            if (type != null) {
                Stream.concat(line.keys().stream(), Stream.ofNullable(line.id()).map(RelationClaims::ofId))
                        .forEach(name -> coming.put(name, type));
            }
        }
        return coming;
    }

    /** The relations of entities that wait, as {@link RelationNames} has them. */
    Map<UUID, Set<Object>> listWaiting(Collection<UUID> entities) {
        Map<UUID, Set<Object>> waiting = new HashMap<>();
        session.createNativeQuery("""
                        select entity_id, kind, target, title, coalesce(cast(from_day as text), ''),
                            coalesce(cast(until_day as text), '')
                        from entity_relation_waiting where entity_id = any(?1) and office is null
                        """, Object[].class)
                .setParameter(1, entities.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> waiting.computeIfAbsent((UUID) row[0], id -> new HashSet<>())
                        .add(List.of(row[1], row[2], row[3], row[4], row[5])));
        return waiting;
    }

    List<UUID> freshIds(int count) {
        return session.createNativeQuery("select uuidv7() from generate_series(1, ?1)", UUID.class)
                .setParameter(1, count)
                .getResultList();
    }
}
