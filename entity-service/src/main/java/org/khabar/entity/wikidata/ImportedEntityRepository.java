package org.khabar.entity.wikidata;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.khabar.entity.bulk.BulkRows;
import org.khabar.entity.text.SearchKey;

/** Writes items into the catalogue, a table in one statement; in the transaction of the caller. */
@ApplicationScoped
class ImportedEntityRepository {

    private final Session session;

    ImportedEntityRepository(Session session) {
        this.session = session;
    }

    /**
     * What was written.
     *
     * @param created how many entities are new
     * @param updated how many were there
     * @param others items that are an entity whose statements come from another item
     * @param edited items that are an entity which an editor has changed, and which stays as it is
     */
    record Written(int created, int updated, List<String> others, List<String> edited) {}

    /**
     * Creates and changes entities until they are as the items say.
     *
     * @param items each is there once
     * @param offices items that are no entities, but what people hold
     */
    Written write(List<ImportedEntity> items, Collection<Office> offices) {
        return session.doReturningWork(connection -> write(connection, items, offices));
    }

    private static Written write(Connection connection, List<ImportedEntity> items, Collection<Office> offices)
            throws SQLException {
        lock(connection);
        Map<ImportedEntity, UUID> ids = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        List<ImportedEntity> unknown = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        Map<String, Known> known = known(connection, items);
        for (ImportedEntity item : items) {
            Known entity = known.get(item.item());
            if (entity == null) {
                unknown.add(item);
            } else if (entity.owner() >= number(item) && taken.add(entity.id())) {
                ids.put(item, entity.id());
            } else {
                others.add(item.item());
            }
        }
        Map<String, UUID> alike = alike(connection, unknown);
        unknown.removeIf(item -> {
            UUID entity = alike.get(item.item());
            boolean isKnown = entity != null && taken.add(entity);
            if (isKnown) {
                ids.put(item, entity);
            }
            return isKnown;
        });
        List<String> edited = withoutEdited(connection, ids);
        Set<UUID> before = Set.copyOf(ids.values());
        List<UUID> fresh = freshIds(connection, unknown.size());
        for (int i = 0; i < unknown.size(); i++) {
            ids.put(unknown.get(i), fresh.get(i));
        }
        writeRows(connection, ids, before);
        ImportedRelationSql.write(connection, ids, before, offices);
        return new Written(unknown.size(), before.size(), List.copyOf(others), edited);
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ImportedEntitySql.LOCK)) {
            statement.execute();
        }
    }

    /** Takes out what editors have changed, and says which items that are. */
    private static List<String> withoutEdited(Connection connection, Map<ImportedEntity, UUID> ids)
            throws SQLException {
        BulkRows rows = new BulkRows("uuid");
        ids.values().forEach(rows::add);
        Set<UUID> edited = new HashSet<>();
        query(connection, ImportedEntitySql.EDITED, rows, row -> edited.add(row.getObject(1, UUID.class)));
        List<String> items = ids.entrySet().stream()
                .filter(entry -> edited.contains(entry.getValue()))
                .map(entry -> entry.getKey().item())
                .toList();
        ids.values().removeAll(edited);
        return items;
    }

    private record Known(UUID id, int owner) {}

    private static int number(ImportedEntity item) {
        return ItemId.number(item.item()).orElse(Integer.MAX_VALUE);
    }

    private static Map<String, Known> known(Connection connection, List<ImportedEntity> items) throws SQLException {
        BulkRows rows = new BulkRows("text");
        items.forEach(item -> rows.add(item.item()));
        Map<String, Known> known = new HashMap<>();
        query(connection, ImportedEntitySql.KNOWN, rows, row -> {
            int owner = row.getInt(3);
            boolean isOwned = !row.wasNull();
            known.put(row.getString(1), new Known(row.getObject(2, UUID.class), isOwned ? owner : Integer.MAX_VALUE));
        });
        return known;
    }

    private static Map<String, UUID> alike(Connection connection, List<ImportedEntity> items) throws SQLException {
        BulkRows rows = new BulkRows("text", "text", "text", "text", "text");
        for (ImportedEntity item : items) {
            if (item.names().size() > 1) {
                item.names()
                        .forEach((language, text) ->
                                rows.add(item.item(), item.type().name(), item.country(), language, text));
            }
        }
        Map<String, UUID> alike = new HashMap<>();
        query(
                connection,
                ImportedEntitySql.ALIKE,
                rows,
                row -> alike.put(row.getString(1), row.getObject(2, UUID.class)));
        return alike;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void query(Connection connection, String sql, BulkRows rows, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            rows.bind(statement, 1);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    reader.read(result);
                }
            }
        }
    }

    private static List<UUID> freshIds(Connection connection, int count) throws SQLException {
        List<UUID> ids = new ArrayList<>(count);
        try (PreparedStatement statement = connection.prepareStatement("select uuidv7() from generate_series(1, ?)")) {
            statement.setInt(1, count);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    ids.add(result.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    private static void writeRows(Connection connection, Map<ImportedEntity, UUID> ids, Set<UUID> before)
            throws SQLException {
        BulkRows entities = new BulkRows("uuid", "text", "text");
        BulkRows types = new BulkRows("uuid", "text");
        BulkRows keys = new BulkRows("text", "uuid");
        BulkRows items = new BulkRows("uuid", "text");
        BulkRows names = new BulkRows("uuid", "text", "text");
        BulkRows descriptions = new BulkRows("uuid", "text", "text");
        BulkRows aliases = new BulkRows("uuid", "text", "text", "text", "text");
        BulkRows dates = new BulkRows("uuid", "text", "text");
        ids.forEach((item, id) -> {
            entities.add(id, item.type().name(), item.country());
            types.add(id, item.type().name());
            keys.add("wikidata:" + item.item(), id);
            items.add(id, item.item());
            item.names().forEach((language, text) -> names.add(id, language, text));
            item.descriptions().forEach((language, text) -> descriptions.add(id, language, text));
            item.aliases()
                    .forEach(alias -> aliases.add(
                            id, alias.language(), alias.type().name(), alias.text(), SearchKey.of(alias.text())));
            item.dates().forEach((property, date) -> dates.add(id, property.name(), date));
        });
        entities.execute(connection, ImportedEntitySql.ENTITIES);
        types.execute(connection, ImportedEntitySql.TYPES);
        keys.execute(connection, ImportedEntitySql.KEYS);
        items.execute(connection, ImportedEntitySql.EXTERNAL_IDS);
        replace(connection, names, before, ImportedEntitySql.OLD_NAMES, ImportedEntitySql.NAMES);
        replace(connection, descriptions, before, ImportedEntitySql.OLD_DESCRIPTIONS, ImportedEntitySql.DESCRIPTIONS);
        replace(connection, aliases, before, ImportedEntitySql.OLD_ALIASES, ImportedEntitySql.ALIASES);
        replace(connection, dates, before, ImportedEntitySql.OLD_DATES, ImportedEntitySql.DATES);
    }

    /** New entities have nothing to be taken back. */
    private static void replace(Connection connection, BulkRows rows, Set<UUID> before, String old, String current)
            throws SQLException {
        if (!before.isEmpty()) {
            BulkRows entities = new BulkRows("uuid");
            before.forEach(entities::add);
            try (PreparedStatement statement = connection.prepareStatement(old)) {
                entities.bind(statement, rows.bind(statement, 1));
                statement.executeUpdate();
            }
        }
        rows.execute(connection, current);
    }
}
