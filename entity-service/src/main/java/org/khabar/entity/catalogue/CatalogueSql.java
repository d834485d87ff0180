package org.khabar.entity.catalogue;

/** The statements that bring the tables in line with the catalogue's rows. */
final class CatalogueSql {

    static final String ENTITIES = """
            insert into entity (id, type, country) select * from unnest(?, ?, ?)
            on conflict (id) do update set country = coalesce(excluded.country, entity.country)
            where entity.country is distinct from coalesce(excluded.country, entity.country)
            """;

    static final String KEYS =
            "insert into entity_key (key, entity_id) select * from unnest(?, ?) on conflict (key) do nothing";

    static final String OLD_NAMES = old("entity_name", "id, language, text", "language");

    static final String NAMES = textByLanguage("entity_name");

    static final String OLD_DESCRIPTIONS = old("entity_description", "id, language, text", "language");

    static final String DESCRIPTIONS = textByLanguage("entity_description");

    static final String OLD_ALIASES =
            old("entity_alias", "id, language, type, text, search_key, support", "language", "type", "text");

    static final String ALIASES = """
            insert into entity_alias (entity_id, language, type, text, search_key, support)
            select * from unnest(?, ?, ?, ?, ?, ?)
            on conflict (entity_id, language, type, text) do update set search_key = excluded.search_key,
                support = case entity_alias.origin when 'OPERATOR' then entity_alias.support else excluded.support end,
                origin = case entity_alias.origin when 'OPERATOR' then 'OPERATOR' else 'CATALOGUE' end
            where entity_alias.search_key <> excluded.search_key
            or entity_alias.origin = 'WIKIDATA'
            or (entity_alias.origin = 'CATALOGUE' and entity_alias.support <> excluded.support)
            """;

    static final String OLD_EXTERNAL_IDS = old("entity_external_id", "id, scheme, value", "scheme", "value");

    static final String EXTERNAL_IDS = """
            insert into entity_external_id (entity_id, scheme, value) select * from unnest(?, ?, ?)
            on conflict (entity_id, scheme, value) do nothing
            """;

    private CatalogueSql() {}

    /** Deletes the catalogue's rows, of entities that it gives rows for, that it no longer gives. */
    private static String old(String table, String columns, String... identity) {
        StringBuilder same = new StringBuilder("given.id = stored.entity_id");
        for (String column : identity) {
            same.append(" and given.%1$s = stored.%1$s".formatted(column));
        }
        String marks = columns.replaceAll("[a-z_]+", "?");
        return """
                with given as (select * from unnest(%s) as rows(%s))
                delete from %s stored
                where stored.origin = 'CATALOGUE'
                and stored.entity_id in (select id from given)
                and not exists (select 1 from given where %s)
                """.formatted(marks, columns, table, same);
    }

    private static String textByLanguage(String table) {
        return """
                insert into %1$s (entity_id, language, text) select * from unnest(?, ?, ?)
                on conflict (entity_id, language) do update set text = excluded.text, origin = 'CATALOGUE'
                where %1$s.origin = 'WIKIDATA' or (%1$s.origin = 'CATALOGUE' and %1$s.text <> excluded.text)
                """.formatted(table);
    }
}
