package org.khabar.entity.mention;

import java.util.List;
import java.util.TreeSet;
import org.khabar.entity.testing.ServiceProcess;

/**
 * All that a service has stored of its articles, in lines that are the same for two databases with the same content:
 * entities stand by their Arabic names and countries, rows that count nothing are left out.
 */
final class StoredMentions {

    /** An entity that was merged away has no name any more, and would stand out. */
    private static final String NAMED = """
            with named as (
                select e.id, coalesce((select text from entity_name n where n.entity_id = e.id and n.language = 'ar'), '?')
                    || ' ' || coalesce(e.country, '-') || case when e.hidden then ' hidden' else '' end as name
                from entity e)
            """;

    private static final List<String> QUERIES = List.of(
            "select row('article', id, version, published_at, outlet)::text from article",
            """
            select row('mention', article_id, block, start_offset, end_offset, surface, name, alias_type, confidence, status,
                why)::text
            from mention join named on named.id = entity_id
            """,
            """
            select row('share', article_id, name, published_at, outlet, mention_count, salience, paired)::text
            from article_entity join named on named.id = entity_id
            """,
            "select row('seen', article_id, block, start_offset, end_offset, surface, type, sure)::text from seen_name",
            """
            select row('review', article_id, block, start_offset, item.kind, item.search_key, doubt)::text
            from review_place join review_item item on item.id = item_id
            """,
            """
            select row('day', name, day, outlet, article_count, mention_count)::text
            from entity_day join named on named.id = entity_id where article_count <> 0 or mention_count <> 0
            """,
            """
            select row('month', name, month, article_count)::text
            from entity_month join named on named.id = entity_id where article_count <> 0
            """,
            """
            select row('pair', named.name, other.name, month, article_count)::text
            from co_mention join named on named.id = entity_id join named other on other.id = other_id
            where article_count <> 0
            """,
            "select row('archive', month, article_count)::text from archive_month where article_count <> 0",
            """
            select row('candidate', search_key, type, article_count, mention_count)::text
            from name_candidate where article_count <> 0
            """);

    private StoredMentions() {}

    static TreeSet<String> of(ServiceProcess service) {
        TreeSet<String> lines = new TreeSet<>();
        QUERIES.forEach(query -> lines.addAll(service.list(NAMED + query)));
        return lines;
    }
}
