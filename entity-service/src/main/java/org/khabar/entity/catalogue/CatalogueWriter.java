package org.khabar.entity.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.khabar.entity.bulk.BulkRows;
import org.khabar.entity.text.SearchKey;

/**
 * Writes a catalogue into the database, a table in one statement. An entity is known again by any of its keys. One that an
 * editor has changed, merged or hidden stays as it is, as do rows that an operator has set; other rows that the catalogue no
 * longer has go; entities stay for ever, since mentions point at them.
 */
@ApplicationScoped
class CatalogueWriter {

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('khabar.catalogue'))";

    /** Edits take the same lock, shared: none can come between this look and what is written. */
    private static final String EDITED = "select id from entity where edited and id = any(?1)";

    private final Session session;

    CatalogueWriter(Session session) {
        this.session = session;
    }

    /** Makes other loaders wait until this transaction ends. */
    void lock() {
        session.createNativeQuery(LOCK, Integer.class).getSingleResult();
    }

    /** The fingerprint that was stored last; empty before the first load. */
    List<String> listFingerprint() {
        return session.createNativeQuery("select fingerprint from catalogue_load", String.class)
                .getResultList();
    }

    void storeFingerprint(String fingerprint) {
        session.createNativeQuery("""
                        insert into catalogue_load (fingerprint, loaded_at) values (?1, now())
                        on conflict (singleton) do update set fingerprint = excluded.fingerprint, loaded_at = now()
                        """).setParameter(1, fingerprint).executeUpdate();
    }

    /** Creates and changes entities until they are as the catalogue says. */
    void write(List<CatalogueEntry> entries) {
        Map<CatalogueEntry, UUID> ids = idsOf(entries);
        BulkRows entities = new BulkRows("uuid", "text", "text");
        BulkRows keys = new BulkRows("text", "uuid");
        BulkRows names = new BulkRows("uuid", "text", "text");
        BulkRows descriptions = new BulkRows("uuid", "text", "text");
        BulkRows aliases = new BulkRows("uuid", "text", "text", "text", "text", "text");
        BulkRows externalIds = new BulkRows("uuid", "text", "text");
        Set<UUID> edited = Set.copyOf(session.createNativeQuery(EDITED, UUID.class)
                .setParameter(1, ids.values().toArray(UUID[]::new))
                .getResultList());
        ids.forEach((entry, id) -> {
            entry.keys().forEach(key -> keys.add(key, id));
            if (edited.contains(id)) {
                return;
            }
            entities.add(id, entry.type().name(), entry.country());
            entry.names().forEach((language, text) -> names.add(id, language, text));
            entry.descriptions().forEach((language, text) -> descriptions.add(id, language, text));
            entry.aliases()
                    .forEach(alias -> aliases.add(
                            id,
                            alias.language(),
                            alias.type().name(),
                            alias.text(),
                            SearchKey.of(alias.text()),
                            String.join(" ", new TreeSet<>(alias.support()))));
            entry.externalIds().forEach((scheme, value) -> externalIds.add(id, scheme, value));
        });
        execute(CatalogueSql.ENTITIES, entities);
        execute(CatalogueSql.KEYS, keys);
        execute(CatalogueSql.OLD_NAMES, names);
        execute(CatalogueSql.NAMES, names);
        execute(CatalogueSql.OLD_DESCRIPTIONS, descriptions);
        execute(CatalogueSql.DESCRIPTIONS, descriptions);
        execute(CatalogueSql.OLD_ALIASES, aliases);
        execute(CatalogueSql.ALIASES, aliases);
        execute(CatalogueSql.OLD_EXTERNAL_IDS, externalIds);
        execute(CatalogueSql.EXTERNAL_IDS, externalIds);
    }

    private Map<CatalogueEntry, UUID> idsOf(List<CatalogueEntry> entries) {
        Map<String, UUID> known = knownKeys(entries);
        List<UUID> fresh = freshIds(entries.size());
        Map<CatalogueEntry, UUID> ids = new LinkedHashMap<>();
        Set<UUID> used = new LinkedHashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            CatalogueEntry entry = entries.get(i);
            UUID id = keysOf(entry)
                    .filter(known::containsKey)
                    .map(key -> known.getOrDefault(key, new UUID(0, 0)))
                    .findFirst()
                    .orElse(fresh.get(i));
            if (!used.add(id)) {
                throw new IllegalStateException("Two entries of the catalogue are one known entity: " + entry.keys());
            }
            ids.put(entry, id);
        }
        return ids;
    }

    /** An item of Wikidata may have been imported before a curated line named it. */
    private static Stream<String> keysOf(CatalogueEntry entry) {
        return Stream.concat(
                entry.keys().stream(),
                Stream.ofNullable(entry.externalIds().get("wikidata")).map(item -> "wikidata:" + item));
    }

    /** Of the keys that are looked for alone: after an import the table has millions. */
    private Map<String, UUID> knownKeys(List<CatalogueEntry> entries) {
        Map<String, UUID> known = new HashMap<>();
        session.createNativeQuery("select key, entity_id from entity_key where key = any(?1)", Object[].class)
                .setParameter(
                        1, entries.stream().flatMap(CatalogueWriter::keysOf).toArray(String[]::new))
                .getResultList()
                .forEach(row -> known.put((String) row[0], (UUID) row[1]));
        return known;
    }

    private List<UUID> freshIds(int count) {
        return new ArrayList<>(session.createNativeQuery("select uuidv7() from generate_series(1, ?1)", UUID.class)
                .setParameter(1, count)
                .getResultList());
    }

    private void execute(String sql, BulkRows rows) {
        session.doWork(connection -> rows.execute(connection, sql));
    }
}
