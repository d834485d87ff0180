package org.khabar.entity.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.khabar.entity.bulk.BulkRows;
import org.khabar.entity.exchange.EntityRecord.Alias;
import org.khabar.entity.exchange.EntityRecord.ExternalId;
import org.khabar.entity.exchange.EntityRecord.Text;
import org.khabar.entity.relation.RelationClaim;
import org.khabar.entity.relation.RelationClaims;
import org.khabar.entity.text.SearchKey;

/** Writes what is different in entities, a table in one statement or two; in the transaction of the caller. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class EntityRecordWriter {

    private static final String CREATE = """
            insert into entity (id, type, country, version, edited, hidden)
            select id, type, nullif(country, ''), version, edited, hidden
            from unnest(?, ?, ?, ?, ?, ?) as given (id, type, country, version, edited, hidden)
            """;

    private static final String UPDATE = """
            update entity set country = nullif(given.country, ''), version = given.version, edited = given.edited,
                hidden = given.hidden
            from unnest(?, ?, ?, ?, ?) as given (id, country, version, edited, hidden) where entity.id = given.id
            """;

    private static final String KEYS = "insert into entity_key (key, entity_id) select * from unnest(?, ?)";

    private static final String ALIASES = """
            insert into entity_alias (entity_id, language, type, text, search_key, support, retired, origin)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (entity_id, language, type, text) do update
                set support = excluded.support, retired = excluded.retired, origin = excluded.origin
            """;

    private final Session session;

    EntityRecordWriter(Session session) {
        this.session = session;
    }

    /** Makes entities what they are after the changes. Each entity is in one of them at most. */
    void write(Collection<Change> changes, Targets targets) {
        session.doWork(connection -> {
            heads(connection, changes);
            BulkRows keys = new BulkRows("text", "uuid");
            changes.forEach(
                    change -> minus(change.after().keys(), change.before().keys(), key -> key)
                            .forEach(key -> keys.add(key, change.id())));
            keys.execute(connection, KEYS);
            texts(connection, changes, "entity_name", "language", "text", EntityRecord::names);
            texts(connection, changes, "entity_description", "language", "text", EntityRecord::descriptions);
            texts(connection, changes, "entity_date", "property", "value", EntityRecord::dates);
            aliases(connection, changes);
            externalIds(connection, changes);
            relations(connection, changes, targets);
        });
    }

    private static void heads(Connection connection, Collection<Change> changes) throws SQLException {
        BulkRows created = new BulkRows("uuid", "text", "text", "int4", "bool", "bool");
        BulkRows updated = new BulkRows("uuid", "text", "int4", "bool", "bool");
        for (Change change : changes) {
            EntityRecord entity = change.after();
            if (change.isNew()) {
                created.add(
                        entity.id(),
                        entity.type().name(),
                        entity.country(),
                        entity.version(),
                        entity.edited(),
                        entity.hidden());
            } else if (entity.version() != change.before().version()) {
                updated.add(entity.id(), entity.country(), entity.version(), entity.edited(), entity.hidden());
            }
        }
        created.execute(connection, CREATE);
        updated.execute(connection, UPDATE);
    }

    private static void texts(
            Connection connection,
            Collection<Change> changes,
            String table,
            String name,
            String value,
            Function<EntityRecord, Map<String, Text>> texts)
            throws SQLException {
        BulkRows gone = new BulkRows("uuid", "text");
        BulkRows written = new BulkRows("uuid", "text", "text", "text");
        for (Change change : changes) {
            Map<String, Text> before = texts.apply(change.before());
            Map<String, Text> after = texts.apply(change.after());
            before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(key -> gone.add(change.id(), key));
            after.forEach((key, text) -> {
                if (!text.equals(before.get(key))) {
                    written.add(change.id(), key, text.text(), text.origin().name());
                }
            });
        }
        gone.execute(connection, """
                delete from %s where (entity_id, %s) in (select * from unnest(?, ?))
                """.formatted(table, name));
        written.execute(connection, """
                insert into %1$s (entity_id, %2$s, %3$s, origin) select * from unnest(?, ?, ?, ?)
                on conflict (entity_id, %2$s) do update set %3$s = excluded.%3$s, origin = excluded.origin
                """.formatted(table, name, value));
    }

    private static void aliases(Connection connection, Collection<Change> changes) throws SQLException {
        BulkRows gone = new BulkRows("uuid", "text", "text", "text");
        BulkRows written = new BulkRows("uuid", "text", "text", "text", "text", "text", "bool", "text");
        for (Change change : changes) {
            List<Alias> before = change.before().aliases();
            List<Alias> after = change.after().aliases();
            minus(before, after, Alias::identity)
                    .forEach(alias ->
                            gone.add(change.id(), alias.language(), alias.type().name(), alias.text()));
            minus(after, before, alias -> alias)
                    .forEach(alias -> written.add(
                            change.id(),
                            alias.language(),
                            alias.type().name(),
                            alias.text(),
                            SearchKey.of(alias.text()),
                            alias.support(),
                            alias.retired(),
                            alias.origin().name()));
        }
        gone.execute(connection, """
                delete from entity_alias where (entity_id, language, type, text) in (select * from unnest(?, ?, ?, ?))
                """);
        written.execute(connection, ALIASES);
    }

    private static void externalIds(Connection connection, Collection<Change> changes) throws SQLException {
        BulkRows gone = new BulkRows("uuid", "text", "text");
        BulkRows written = new BulkRows("uuid", "text", "text", "text");
        for (Change change : changes) {
            List<ExternalId> before = change.before().externalIds();
            List<ExternalId> after = change.after().externalIds();
            minus(before, after, EntityRecordWriter::identity)
                    .forEach(id -> gone.add(change.id(), id.scheme(), id.value()));
            minus(after, before, EntityRecordWriter::identity)
                    .forEach(id -> written.add(
                            change.id(), id.scheme(), id.value(), id.origin().name()));
        }
        gone.execute(connection, """
                delete from entity_external_id where (entity_id, scheme, value) in (select * from unnest(?, ?, ?))
                """);
        written.execute(connection, """
                insert into entity_external_id (entity_id, scheme, value, origin) select * from unnest(?, ?, ?, ?)
                """);
    }

    private static Object identity(ExternalId id) {
        return List.of(id.scheme(), id.value());
    }

    private static void relations(Connection connection, Collection<Change> changes, Targets targets)
            throws SQLException {
        List<RelationClaim> claims = new ArrayList<>();
        List<UUID> replaced = new ArrayList<>();
        List<UUID> revised = new ArrayList<>();
        List<String> arrived = new ArrayList<>();
        for (Change change : changes) {
            EntityRecord entity = change.after();
            if (change.relationsDiffer()) {
                entity.relations()
                        .forEach(relation -> claims.add(new RelationClaim(
                                entity.id(),
                                relation.kind(),
                                targets.name(relation.target()),
                                null,
                                relation.title(),
                                relation.from(),
                                relation.until(),
                                relation.origin().name())));
            }
            if (change.isNew()) {
                arrived.add(RelationClaims.ofId(entity.id()));
            } else if (change.relationsDiffer()) {
                replaced.add(entity.id());
            } else if (entity.version() != change.before().version()) {
                revised.add(entity.id());
            }
            arrived.addAll(minus(entity.keys(), change.before().keys(), key -> key));
            minus(entity.externalIds(), change.before().externalIds(), EntityRecordWriter::identity)
                    .forEach(id ->
                            RelationClaims.ofExternalId(id.scheme(), id.value()).ifPresent(arrived::add));
        }
        if (!replaced.isEmpty()) {
            RelationClaims.forgetAll(connection, replaced);
        }
        if (!revised.isEmpty()) {
            RelationClaims.stopWaiting(connection, revised);
        }
        if (!claims.isEmpty()) {
            RelationClaims.place(connection, claims);
        }
        if (!arrived.isEmpty()) {
            RelationClaims.arrive(connection, arrived);
        }
    }

    /** Makes a row for an id that stands for another entity. */
    void insertMerged(EntityLine line, UUID id, Targets.Target survivor) {
        session.createNativeMutationQuery("""
                        insert into entity (id, type, version, edited, merged_into) values (?1, ?2, ?3, true, ?4)
                        """)
                .setParameter(1, id)
                .setParameter(2, survivor.type().name())
                .setParameter(3, Objects.requireNonNullElse(line.version(), 1))
                .setParameter(4, survivor.id())
                .executeUpdate();
        session.doWork(connection -> {
            BulkRows keys = new BulkRows("text", "uuid");
            line.keys().forEach(key -> keys.add(key, id));
            keys.execute(connection, KEYS);
            RelationClaims.arrive(
                    connection,
                    Stream.concat(Stream.of(RelationClaims.ofId(id)), line.keys().stream())
                            .toList());
        });
    }

    /** How many relations of entities wait for their other end. */
    Map<UUID, Integer> countWaiting(Collection<UUID> entities) {
        return session
                .createNativeQuery("""
                        select entity_id, count(*) from entity_relation_waiting
                        where entity_id = any(?1) and office is null group by 1
                        """, Object[].class)
                .setParameter(1, entities.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> Math.toIntExact((long) row[1])));
    }

    private static <T> List<T> minus(Collection<T> items, Collection<T> others, Function<T, Object> identity) {
        Set<Object> known = others.stream().map(identity).collect(Collectors.toSet());
        return items.stream()
                .filter(item -> !known.contains(identity.apply(item)))
                .toList();
    }
}
