package org.khabar.entity.relation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.entity.bulk.BulkRows;
import org.khabar.entity.tagging.EntityType;

/**
 * Writes relations that sources tell, many in one statement and in the transaction of the caller. The other end is named by what
 * will know it when it comes: a key of a source such as {@code wikidata:Q1028}, or {@link #ofId}. A relation waits until then; one
 * that cannot be between entities of these types is left out.
 */
public final class RelationClaims {

    private static final String ID = "id:";
    private static final String WIKIDATA = "wikidata";

    /** The entity that {@code named.target} is, by a key, an item of Wikidata or an id. */
    private static final String FOUND = """
            cross join lateral (select coalesce(
                (select entity_id from entity_key where key = named.target),
                (select entity_id from entity_external_id
                    where scheme = 'wikidata' and named.target like 'wikidata:%' and value = substr(named.target, 10)
                    order by id limit 1),
                case when named.target like 'id:%' then cast(substr(named.target, 4) as uuid) end) as id) found
            join entity target on target.id = found.id
            join entity source on source.id = named.entity_id
            """;

    private static final String ENDS = """
            named.*, coalesce(target.merged_into, target.id) as target_id, source.type as source_type,
                target.type as target_type, source.merged_into
            """;

    /** Two relations of an entity never differ in their end alone. */
    private static final String WRITE = """
            insert into entity_relation (entity_id, kind, target_id, title, from_day, until_day, origin)
            select entity_id, kind, target_id, title, from_day, until_day, origin from known
            where target_id <> entity_id and merged_into is null
                and (kind, source_type, target_type) in (%s)
            on conflict do nothing
            """.formatted(allowed());

    private static final String PLACE = """
            with named as (
                select entity_id, kind, target, title, cast(from_day as date) as from_day, cast(until_day as date) as until_day,
                    origin
                from unnest(?, ?, ?, ?, ?, ?, ?) as given (entity_id, kind, target, title, from_day, until_day, origin)
            ), known as (select %s from named %s), written as (%s)
            insert into entity_relation_waiting (entity_id, kind, target, title, from_day, until_day, origin)
            select entity_id, kind, target, title, from_day, until_day, origin from named
            where not exists (select 1 from known where known.target = named.target)
            on conflict do nothing
            """.formatted(ENDS, FOUND, WRITE);

    private static final String WAIT = """
            insert into entity_relation_waiting (entity_id, kind, target, office, title, from_day, until_day, origin)
            select entity_id, kind, target, office, title, cast(from_day as date), cast(until_day as date), origin
            from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                as given (entity_id, kind, target, office, title, from_day, until_day, origin)
            on conflict do nothing
            """;

    private static final String ARRIVE = """
            with named as (
                select waiting.* from (select distinct target from unnest(?) as given (target)) given
                join entity_relation_waiting waiting on waiting.target = given.target and waiting.office is null
            ), known as (select %s from named %s), written as (%s)
            delete from entity_relation_waiting waiting using known where waiting.id = known.id
            """.formatted(ENDS, FOUND, WRITE);

    private RelationClaims() {}

    private static String allowed() {
        return Stream.of(RelationKind.values())
                .flatMap(kind -> Stream.of(EntityType.values())
                        .flatMap(from -> Stream.of(EntityType.values())
                                .filter(to -> kind.allows(from, to))
                                .map(to -> "('%s', '%s', '%s')".formatted(kind, from, to))))
                .collect(Collectors.joining(", "));
    }

    /** What an entity is waited for by, whose id alone is known. */
    public static String ofId(UUID entity) {
        return ID + entity;
    }

    /** What an entity is waited for by that has an external id; empty when nothing waits for ids of that scheme. */
    public static Optional<String> ofExternalId(String scheme, String value) {
        return scheme.equals(WIKIDATA) ? Optional.of(WIKIDATA + ':' + value) : Optional.empty();
    }

    /** Writes relations; those whose other end is not there wait for it. */
    public static void place(Connection connection, Collection<RelationClaim> claims) throws SQLException {
        BulkRows ready = new BulkRows("uuid", "text", "text", "text", "text", "text", "text");
        BulkRows untitled = new BulkRows("uuid", "text", "text", "int4", "text", "text", "text", "text");
        for (RelationClaim claim : claims) {
            String kind = claim.kind().name();
            String from = claim.from() == null ? null : claim.from().toString();
            String until = claim.until() == null ? null : claim.until().toString();
            if (claim.office() == null) {
                ready.add(claim.entity(), kind, claim.target(), claim.title(), from, until, claim.origin());
            } else {
                untitled.add(
                        claim.entity(),
                        kind,
                        claim.target(),
                        claim.office(),
                        claim.title(),
                        from,
                        until,
                        claim.origin());
            }
        }
        ready.execute(connection, PLACE);
        untitled.execute(connection, WAIT);
    }

    /** Writes the relations that wait for what is there now. */
    public static void arrive(Connection connection, Collection<String> targets) throws SQLException {
        BulkRows rows = new BulkRows("text");
        targets.forEach(rows::add);
        rows.execute(connection, ARRIVE);
    }

    /** Takes away the relations of entities that are from Wikidata, and those that wait. */
    public static void forgetWikidata(Connection connection, Collection<UUID> entities) throws SQLException {
        delete(connection, "delete from entity_relation where origin = 'WIKIDATA' and entity_id = any(?)", entities);
        stopWaiting(connection, entities);
    }

    /** Has entities wait no longer for what Wikidata says of them: they belong to editors from now on. */
    public static void stopWaiting(Connection connection, Collection<UUID> entities) throws SQLException {
        delete(
                connection,
                "delete from entity_relation_waiting where origin = 'WIKIDATA' and entity_id = any(?)",
                entities);
    }

    /** Takes away all relations of entities, also those that wait. */
    public static void forgetAll(Connection connection, Collection<UUID> entities) throws SQLException {
        delete(connection, "delete from entity_relation where entity_id = any(?)", entities);
        delete(connection, "delete from entity_relation_waiting where entity_id = any(?)", entities);
    }

    private static void delete(Connection connection, String sql, Collection<UUID> entities) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", entities.toArray()));
            statement.executeUpdate();
        }
    }
}
