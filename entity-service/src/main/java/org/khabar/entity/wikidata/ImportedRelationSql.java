package org.khabar.entity.wikidata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.bulk.BulkRows;
import org.khabar.entity.relation.RelationClaim;
import org.khabar.entity.relation.RelationClaims;

/**
 * Writes the relations of a batch's items. What names an item that has not come waits for it: in the database, so that neither the
 * order of a dump nor its size matters.
 */
final class ImportedRelationSql {

    private static final String ORIGIN = "WIKIDATA";

    private static final String OFFICES = """
            insert into wikidata_office (item_number, title, target) select * from unnest(?, ?, ?)
            on conflict (item_number) do update set title = excluded.title, target = excluded.target
            where (wikidata_office.title, wikidata_office.target) is distinct from (excluded.title, excluded.target)
            """;

    /** Relations whose office is known get its title, and are to what it is an office of unless they say to whom; those to nobody go. */
    private static final String SETTLE = """
            with settled as (
                delete from entity_relation_waiting waiting using wikidata_office office
                where waiting.office = office.item_number and office.item_number = any(?)
                returning waiting.entity_id, waiting.kind, coalesce(waiting.target, office.target) as target, office.title,
                    waiting.from_day, waiting.until_day, waiting.origin
            )
            insert into entity_relation_waiting (entity_id, kind, target, title, from_day, until_day, origin)
            select * from settled where target is not null
            on conflict do nothing
            returning target
            """;

    private ImportedRelationSql() {}

    /**
     * Writes what a batch says.
     *
     * @param ids the entities that its items are
     * @param before those that were there before
     */
    static void write(
            Connection connection, Map<ImportedEntity, UUID> ids, Set<UUID> before, Collection<Office> offices)
            throws SQLException {
        if (!before.isEmpty()) {
            RelationClaims.forgetWikidata(connection, before);
        }
        List<RelationClaim> claims = new ArrayList<>();
        Set<Integer> held = new HashSet<>();
        Set<String> arrived = new HashSet<>();
        ids.forEach((item, entity) -> {
            item.relations().forEach(relation -> {
                claims.add(claim(entity, relation));
                if (relation.office() != null) {
                    held.add(relation.office());
                }
            });
            arrived.add("wikidata:" + item.item());
        });
        BulkRows rows = new BulkRows("int4", "text", "text");
        offices.forEach(office -> {
            rows.add(office.item(), office.title(), key(office.target()));
            held.add(office.item());
        });
        rows.execute(connection, OFFICES);
        RelationClaims.place(connection, claims);
        arrived.addAll(settle(connection, held));
        RelationClaims.arrive(connection, arrived);
    }

    private static RelationClaim claim(UUID entity, ImportedRelation relation) {
        return new RelationClaim(
                entity,
                relation.kind(),
                key(relation.target()),
                relation.office(),
                "",
                relation.from(),
                relation.until(),
                ORIGIN);
    }

    private static @Nullable String key(@Nullable Integer item) {
        return item == null ? null : "wikidata:Q" + item;
    }

    private static List<String> settle(Connection connection, Set<Integer> offices) throws SQLException {
        List<String> targets = new ArrayList<>();
        if (offices.isEmpty()) {
            return targets;
        }
        try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
            statement.setArray(1, connection.createArrayOf("int4", offices.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    targets.add(rows.getString(1));
                }
            }
        }
        return targets;
    }
}
