package org.khabar.entity.wikidata;

/** The statements that bring the catalogue's tables in line with the items of a batch. */
final class ImportedEntitySql {

    /** Entities that are known by the item's key, or to have its id; with the first of the items that are the entity. */
    static final String KNOWN = """
            select item.id, coalesce(key.entity_id, other.entity_id), (
                select min(substr(known.key, 11)::int) from entity_key known
                where known.entity_id = coalesce(key.entity_id, other.entity_id) and known.key like 'wikidata:Q%')
            from unnest(?) as item (id)
            left join entity_key key on key.key = 'wikidata:' || item.id
            left join lateral (
                select entity_id from entity_external_id where scheme = 'wikidata' and value = item.id
                order by id limit 1
            ) other on true
            where key.entity_id is not null or other.entity_id is not null
            """;

    /** Edits take the same lock, shared: none can come between a look at what was edited and what is written. */
    static final String LOCK = "select pg_advisory_xact_lock(hashtext('khabar.catalogue'))";

    static final String EDITED = """
            select entity.id from entity join unnest(?) as given (id) on given.id = entity.id where entity.edited
            """;

    /**
     * Entities that have the same name in two languages, are of the same type and of no other country, and have no item:
     * unless there are several for an item, or several items for one.
     */
    static final String ALIKE = """
            with alike as (
                select item.id, known.entity_id
                from unnest(?, ?, ?, ?, ?) as item (id, type, country, language, text)
                join entity_name known on known.text = item.text and known.language = item.language
                    and known.origin <> 'WIKIDATA'
                join entity on entity.id = known.entity_id and entity.type = item.type
                    and (entity.country is null or item.country is null or entity.country = item.country)
                where not exists (
                    select 1 from entity_external_id other
                    where other.entity_id = known.entity_id and other.scheme = 'wikidata')
                group by item.id, known.entity_id
                having count(*) >= 2
            )
            select id, entity_id from alike
            where (select count(*) from alike same where same.id = alike.id) = 1
            and (select count(*) from alike same where same.entity_id = alike.entity_id) = 1
            """;

    static final String ENTITIES = """
            insert into entity (id, type, country) select * from unnest(?, ?, ?)
            on conflict (id) do update set country = coalesce(entity.country, excluded.country)
            where entity.country is null and excluded.country is not null
            """;

    static final String TYPES = """
            update entity set type = given.type
            from unnest(?, ?) as given (id, type)
            where entity.id = given.id and entity.type <> given.type
            and not exists (
                select 1 from entity_key where entity_id = entity.id and key not like 'wikidata:%')
            """;

    static final String KEYS =
            "insert into entity_key (key, entity_id) select * from unnest(?, ?) on conflict (key) do nothing";

    static final String EXTERNAL_IDS = """
            insert into entity_external_id (entity_id, scheme, value, origin)
            select id, 'wikidata', item, 'WIKIDATA' from unnest(?, ?) as given (id, item)
            on conflict (entity_id, scheme, value) do nothing
            """;

    static final String OLD_NAMES = old("entity_name", "id, language, text", "language");
    static final String NAMES = textByLanguage("entity_name");
    static final String OLD_DESCRIPTIONS = old("entity_description", "id, language, text", "language");
    static final String DESCRIPTIONS = textByLanguage("entity_description");
    static final String OLD_ALIASES =
            old("entity_alias", "id, language, type, text, search_key", "language", "type", "text");

    /** A name that another source has of another kind stays of that. */
    static final String ALIASES = """
            insert into entity_alias (entity_id, language, type, text, search_key, origin)
            select given.*, 'WIKIDATA' from unnest(?, ?, ?, ?, ?) as given (id, language, type, text, search_key)
            where not exists (
                select 1 from entity_alias known
                where known.entity_id = given.id and known.language = given.language and known.text = given.text
                and known.origin <> 'WIKIDATA')
            on conflict (entity_id, language, type, text) do update set search_key = excluded.search_key
            where entity_alias.search_key <> excluded.search_key
            """;

    static final String OLD_DATES = old("entity_date", "id, property, value", "property");

    static final String DATES = """
            insert into entity_date (entity_id, property, value) select * from unnest(?, ?, ?)
            on conflict (entity_id, property) do update set value = excluded.value
            where entity_date.origin = 'WIKIDATA' and entity_date.value <> excluded.value
            """;

    private ImportedEntitySql() {}

    /** Deletes what earlier dumps gave these entities and this one does not; the last parameter is the entities. */
    private static String old(String table, String columns, String... identity) {
        StringBuilder same = new StringBuilder("given.id = stored.entity_id");
        for (String column : identity) {
            same.append(" and given.%1$s = stored.%1$s".formatted(column));
        }
        return """
                with given as (select * from unnest(%s) as rows(%s))
                delete from %s stored
                where stored.origin = 'WIKIDATA' and stored.entity_id = any (?)
                and not exists (select 1 from given where %s)
                """.formatted(columns.replaceAll("[a-z_]+", "?"), columns, table, same);
    }

    private static String textByLanguage(String table) {
        return """
                insert into %1$s (entity_id, language, text, origin)
                select given.*, 'WIKIDATA' from unnest(?, ?, ?) as given (id, language, text)
                on conflict (entity_id, language) do update set text = excluded.text
                where %1$s.origin = 'WIKIDATA' and %1$s.text <> excluded.text
                """.formatted(table);
    }
}
