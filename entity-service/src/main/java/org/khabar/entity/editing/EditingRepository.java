package org.khabar.entity.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.khabar.entity.bulk.BulkRows;
import org.khabar.entity.relation.RelationClaims;
import org.khabar.entity.relation.Relations;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.text.SearchKey;

/** Reads and writes what editors change in the catalogue's tables. Only rows that are different are written. */
@ApplicationScoped
class EditingRepository {

    private final Session session;
    private final Relations relations;

    EditingRepository(Session session, Relations relations) {
        this.session = session;
        this.relations = relations;
    }

    /** The entity itself, also one that was merged; its row stays locked, but may be pointed at. */
    Optional<EntityHead> lock(UUID id) {
        return session.createNativeQuery("""
                        select id, type, version, hidden, merged_into from entity where id = ?1 for no key update
                        """, Object[].class)
                .setParameter(1, id)
                .uniqueResultOptional()
                .map(row -> new EntityHead(
                        (UUID) row[0], EntityType.valueOf((String) row[1]), (int) row[2], (boolean) row[3], (UUID)
                                row[4]));
    }

    UUID insert(EntityType type) {
        return session.createNativeQuery(
                        "insert into entity (id, type, edited) values (uuidv7(), ?1, true) returning id", UUID.class)
                .setParameter(1, type.name())
                .getSingleResult();
    }

    /** Makes it the next version, which no source of the catalogue changes, nor completes by what comes later. */
    void bump(UUID id) {
        session.doWork(connection -> RelationClaims.stopWaiting(connection, List.of(id)));
        session.createNativeMutationQuery("update entity set version = version + 1, edited = true where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    void hide(UUID id, boolean hidden) {
        session.createNativeMutationQuery("update entity set hidden = ?2 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, hidden)
                .executeUpdate();
    }

    /** The types of these entities, those of merged ones included. */
    Map<UUID, EntityHead> listHeads(Collection<UUID> ids) {
        return session
                .createNativeQuery(
                        "select id, type, version, hidden, merged_into from entity where id = any(?1)", Object[].class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new EntityHead(
                        (UUID) row[0], EntityType.valueOf((String) row[1]), (int) row[2], (boolean) row[3], (UUID)
                                row[4]))
                .collect(Collectors.toMap(EntityHead::id, head -> head));
    }

    /** The entity that has one of these ids, other than this one. */
    Optional<UUID> findOtherWith(Collection<ExternalId> ids, UUID entity) {
        return session.createNativeQuery("""
                        select entity_id from entity_external_id where entity_id <> ?1 and (scheme, value) in (
                            select * from unnest(cast(?2 as text[]), cast(?3 as text[])))
                        """, UUID.class)
                .setParameter(1, entity)
                .setParameter(2, ids.stream().map(ExternalId::scheme).toArray(String[]::new))
                .setParameter(3, ids.stream().map(ExternalId::value).toArray(String[]::new))
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    EntityContent content(UUID id) {
        return new EntityContent(
                session.createNativeQuery("select coalesce(country, '') from entity where id = ?1", String.class)
                        .setParameter(1, id)
                        .getSingleResult(),
                texts("entity_name", id),
                texts("entity_description", id),
                rows("select language, type, text from entity_alias where entity_id = ?1 and not retired", id).stream()
                        .map(row -> new Alias((String) row[0], AliasType.valueOf((String) row[1]), (String) row[2]))
                        .collect(Collectors.toCollection(TreeSet::new)),
                rows("select scheme, value from entity_external_id where entity_id = ?1", id).stream()
                        .map(row -> new ExternalId((String) row[0], (String) row[1]))
                        .collect(Collectors.toCollection(TreeSet::new)),
                relations.list(id));
    }

    private SortedMap<String, String> texts(String table, UUID id) {
        SortedMap<String, String> texts = new TreeMap<>();
        rows("select language, text from %s where entity_id = ?1".formatted(table), id)
                .forEach(row -> texts.put((String) row[0], (String) row[1]));
        return texts;
    }

    private List<Object[]> rows(String sql, UUID id) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter(1, id)
                .getResultList();
    }

    /** Makes what the entity says of itself what it is to say. */
    void write(UUID id, EntityContent before, EntityContent after) {
        if (!before.country().equals(after.country())) {
            session.createNativeMutationQuery("update entity set country = nullif(?2, '') where id = ?1")
                    .setParameter(1, id)
                    .setParameter(2, after.country())
                    .executeUpdate();
        }
        writeTexts("entity_name", id, before.names(), after.names());
        writeTexts("entity_description", id, before.descriptions(), after.descriptions());
        writeAliases(id, before, after);
        writeExternalIds(id, before, after);
        if (!before.relations().equals(after.relations())) {
            relations.replace(id, after.relations());
        }
        settle(EntityContent.minus(after.externalIds(), before.externalIds()));
    }

    /** Writes the relations of others that wait for who has these ids. */
    private void settle(Collection<ExternalId> ids) {
        List<String> arrived = ids.stream()
                .flatMap(id -> RelationClaims.ofExternalId(id.scheme(), id.value()).stream())
                .toList();
        if (!arrived.isEmpty()) {
            session.doWork(connection -> RelationClaims.arrive(connection, arrived));
        }
    }

    private void writeTexts(String table, UUID id, SortedMap<String, String> before, SortedMap<String, String> after) {
        BulkRows gone = new BulkRows("uuid", "text");
        EntityContent.minus(before.keySet(), after.keySet()).forEach(language -> gone.add(id, language));
        BulkRows written = new BulkRows("uuid", "text", "text");
        EntityContent.minus(after.entrySet(), before.entrySet())
                .forEach(text -> written.add(id, text.getKey(), text.getValue()));
        execute(gone, """
                delete from %s where (entity_id, language) in (select * from unnest(?, ?))
                """.formatted(table));
        execute(written, """
                insert into %s (entity_id, language, text, origin)
                select *, 'OPERATOR' from unnest(?, ?, ?)
                on conflict (entity_id, language) do update set text = excluded.text, origin = excluded.origin
                """.formatted(table));
    }

    private void writeAliases(UUID id, EntityContent before, EntityContent after) {
        BulkRows gone = new BulkRows("uuid", "text", "text", "text");
        EntityContent.minus(before.aliases(), after.aliases())
                .forEach(alias -> gone.add(id, alias.language(), alias.type().name(), alias.text()));
        BulkRows written = new BulkRows("uuid", "text", "text", "text", "text");
        EntityContent.minus(after.aliases(), before.aliases())
                .forEach(alias -> written.add(
                        id, alias.language(), alias.type().name(), alias.text(), SearchKey.of(alias.text())));
        execute(gone, """
                delete from entity_alias where (entity_id, language, type, text) in (select * from unnest(?, ?, ?, ?))
                """);
        execute(written, """
                insert into entity_alias (entity_id, language, type, text, search_key, origin)
                select *, 'OPERATOR' from unnest(?, ?, ?, ?, ?)
                on conflict (entity_id, language, type, text) do update set retired = false, origin = excluded.origin
                """);
    }

    /** Gives these aliases to another entity, each with the support that it needs in an article. */
    void moveAliases(Collection<Alias> aliases, UUID from, UUID to) {
        BulkRows rows = new BulkRows("uuid", "uuid", "text", "text", "text");
        aliases.forEach(
                alias -> rows.add(from, to, alias.language(), alias.type().name(), alias.text()));
        execute(rows, """
                update entity_alias stored set entity_id = moved.target, origin = 'OPERATOR'
                from unnest(?, ?, ?, ?, ?) as moved (entity, target, language, type, text)
                where stored.entity_id = moved.entity and stored.language = moved.language
                    and stored.type = moved.type and stored.text = moved.text
                """);
    }

    private void writeExternalIds(UUID id, EntityContent before, EntityContent after) {
        BulkRows gone = new BulkRows("uuid", "text", "text");
        EntityContent.minus(before.externalIds(), after.externalIds())
                .forEach(other -> gone.add(id, other.scheme(), other.value()));
        BulkRows written = new BulkRows("uuid", "text", "text");
        EntityContent.minus(after.externalIds(), before.externalIds())
                .forEach(other -> written.add(id, other.scheme(), other.value()));
        execute(gone, """
                delete from entity_external_id where (entity_id, scheme, value) in (select * from unnest(?, ?, ?))
                """);
        execute(written, """
                insert into entity_external_id (entity_id, scheme, value, origin)
                select *, 'OPERATOR' from unnest(?, ?, ?)
                """);
    }

    /**
     * Makes one entity stand for another, and gives it what the other says and it does not. What was merged into the other
     * before stands for it now as well, so no id is two steps away from its entity.
     */
    void merge(UUID from, UUID into) {
        move("entity_name", "same.language = moved.language", from, into);
        move("entity_description", "same.language = moved.language", from, into);
        move(
                "entity_alias",
                "same.language = moved.language and same.type = moved.type and same.text = moved.text",
                from,
                into);
        move("entity_external_id", "same.scheme = moved.scheme and same.value = moved.value", from, into);
        move("entity_date", "same.property = moved.property", from, into);
        relations.move(from, into);
        update("""
                update entity set country = coalesce(country, (select country from entity where id = :from))
                where id = :into
                """, from, into);
        update("update entity set merged_into = :into where id = :from or merged_into = :from", from, into);
    }

    private void move(String table, String same, UUID from, UUID into) {
        update("""
                update %1$s moved set entity_id = :into, origin = 'OPERATOR' where moved.entity_id = :from
                    and not exists (select 1 from %1$s same where same.entity_id = :into and %2$s)
                """.formatted(table, same), from, into);
        session.createNativeMutationQuery("delete from %s where entity_id = ?1".formatted(table))
                .setParameter(1, from)
                .executeUpdate();
    }

    private void update(String sql, UUID from, UUID into) {
        session.createNativeMutationQuery(sql)
                .setParameter("from", from)
                .setParameter("into", into)
                .executeUpdate();
    }

    private void execute(BulkRows rows, String sql) {
        session.doWork(connection -> rows.execute(connection, sql));
    }
}
