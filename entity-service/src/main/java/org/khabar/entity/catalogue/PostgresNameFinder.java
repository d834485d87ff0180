package org.khabar.entity.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.khabar.entity.tagging.EntityType;

/**
 * Names in PostgreSQL. Looks for names that begin with what was typed, then for those that hold it, then for those that sound
 * like it; each of these has an index and is tried only while matches are missing. When there is none at all, it looks for names
 * of which one word sounds nearly so, a letter being wrong, missing or too many, and the others sound so. Epithets and adjectives are
 * not looked for, as they are never shown.
 */
@ApplicationScoped
class PostgresNameFinder implements NameFinder {

    /** A trigram index cannot narrow shorter ones down. */
    private static final int SHORTEST_PART = 3;

    static final String BEGINNING = "a.search_key like :prefix";
    static final String PART = "a.search_key like :part";
    static final String SOUND = "a.sounds @> sounds_of(:key) and sounds_of(:key) <> '{}'";

    /** Asked of each alias that an index finds: a join might begin at the entities, of which any number is of these types. */
    private static final String FITS = """
            not a.retired and a.type in ('NAME', 'ACRONYM', 'SHORT') and (
                select not e.hidden and e.merged_into is null and e.type = any(:types) from entity e where e.id = a.entity_id)
            """;

    /** Names are taken in the order of what is typed, so that one that equals it is among them however many there are. */
    private static final String SELECT = """
            select match.entity_id, match.text, match.language from (
                select a.entity_id, a.text, a.language, a.search_key
                from %s a where %s
                order by %s limit :size
            ) match
            left join entity_month m on m.entity_id = match.entity_id and m.month = '-infinity'
            order by match.search_key <> :key, %s coalesce(m.article_count, 0) desc, length(match.search_key), match.entity_id
            """;

    /** However many there are: what is found here is beside what begins so, and of millions the shortest are not worth a search. */
    private static final String SOME = "(select * from entity_alias a where (%s) and " + FITS + " limit 2000)";

    private static final String SIMILARITY = "word_similarity(:key, %s.search_key) desc";
    private static final int NAMES_AT_A_TIME = 300;

    private final Session session;

    PostgresNameFinder(Session session) {
        this.session = session;
    }

    private enum Stage {
        BEGINNING,
        PART,
        SOUND,
        NEARLY;

        boolean helps(String key, int found) {
            return switch (this) {
                case BEGINNING -> true;
                case PART, SOUND -> key.length() >= SHORTEST_PART;
                case NEARLY -> found == 0;
            };
        }
    }

    @Override
    public List<NameMatch> find(String key, Set<EntityType> types, int most) {
        // With so few rows wanted of so many the planner is tempted to look at all until it has them.
        session.createNativeMutationQuery("set local enable_seqscan = off").executeUpdate();
        Map<UUID, NameMatch> matches = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            if (matches.size() < most && stage.helps(key, matches.size())) {
                list(stage, key, types).forEach(match -> matches.putIfAbsent(match.entity(), match));
            }
        }
        return new ArrayList<>(matches.values()).subList(0, Math.min(most, matches.size()));
    }

    private List<NameMatch> list(Stage stage, String key, Set<EntityType> types) {
        // A search key holds letters, digits and blanks alone: no wildcard of LIKE.
        return switch (stage) {
            case BEGINNING ->
                list(
                        SELECT.formatted("entity_alias", BEGINNING + " and " + FITS, "a.search_key using ~<~", ""),
                        key,
                        types,
                        Map.of("prefix", key + '%'));
            case PART ->
                list(
                        SELECT.formatted(SOME.formatted(PART), "true", "length(a.search_key)", ""),
                        key,
                        types,
                        Map.of("part", '%' + key + '%'));
            case SOUND ->
                list(
                        SELECT.formatted(
                                SOME.formatted(SOUND), "true", "cardinality(a.sounds), length(a.search_key)", ""),
                        key,
                        types,
                        Map.of());
            case NEARLY -> listNearly(key, types);
        };
    }

    private List<NameMatch> listNearly(String key, Set<EntityType> types) {
        NearbySounds nearby = NearbySounds.of(sounds(key));
        if (nearby.isNothing()) {
            return List.of();
        }
        String condition = "word_similarity(:key, a.search_key) > 0.3";
        return list(
                SELECT.formatted(
                        SOME.formatted(nearby.condition()),
                        condition,
                        SIMILARITY.formatted("a"),
                        SIMILARITY.formatted("match") + ","),
                key,
                types,
                nearby.parameters());
    }

    private List<NameMatch> list(String sql, String key, Set<EntityType> types, Map<String, ?> parameters) {
        var query = session.createNativeQuery(sql, Object[].class)
                .setParameter("key", key)
                .setParameter("types", types.stream().map(EntityType::name).toArray(String[]::new))
                .setParameter("size", NAMES_AT_A_TIME);
        parameters.forEach((name, value) -> query.setParameter(name, value));
        return query.getResultList().stream()
                .map(row -> new NameMatch((UUID) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    private List<String> sounds(String key) {
        // Two columns, since Hibernate takes a single array for a row.
        Object[] row = session.createNativeQuery("select sounds_of(?1), 1", Object[].class)
                .setParameter(1, key)
                .getSingleResult();
        return List.of((String[]) row[0]);
    }
}
