package org.khabar.entity.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
 * of which a word sounds nearly so, one letter being wrong, missing or too many. Epithets and adjectives are not looked for, as
 * they are never shown.
 */
@ApplicationScoped
class PostgresNameFinder implements NameFinder {

    /** A trigram index cannot narrow shorter ones down. */
    private static final int SHORTEST_PART = 3;

    /** With less, too many words are one letter away. */
    private static final int LEAST_SOUND = 4;

    static final String BEGINNING = "a.search_key like :prefix";
    static final String PART = "a.search_key like :part";
    static final String SOUND = "a.sounds @> sounds_of(:key) and sounds_of(:key) <> '{}'";
    static final String NEARLY = "a.sounds && cast(:variants as text[]) and word_similarity(:key, a.search_key) > 0.3";

    /** Names are taken in the order of what is typed, so that one that equals it is among them however many there are. */
    private static final String SELECT = """
            select match.entity_id, match.text, match.language from (
                select a.entity_id, a.text, a.language, a.search_key
                from entity_alias a join entity e on e.id = a.entity_id
                where not a.retired and a.type in ('NAME', 'ACRONYM', 'SHORT') and %s
                    and not e.hidden and e.merged_into is null and e.type = any(:types)
                order by %s limit :size
            ) match
            left join entity_month m on m.entity_id = match.entity_id and m.month = '-infinity'
            order by match.search_key <> :key, %s coalesce(m.article_count, 0) desc, length(match.search_key), match.entity_id
            """;

    private static final int NAMES_AT_A_TIME = 300;

    private final Session session;

    PostgresNameFinder(Session session) {
        this.session = session;
    }

    private enum Stage {
        BEGINNING(PostgresNameFinder.BEGINNING, "a.search_key using ~<~", ""),
        PART(PostgresNameFinder.PART, "length(a.search_key)", ""),
        SOUND(PostgresNameFinder.SOUND, "cardinality(a.sounds), length(a.search_key)", ""),
        NEARLY(
                PostgresNameFinder.NEARLY,
                "word_similarity(:key, a.search_key) desc",
                "word_similarity(:key, match.search_key) desc,");

        private final String sql;

        Stage(String condition, String chosen, String order) {
            this.sql = SELECT.formatted(condition, chosen, order);
        }

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
        var query = session.createNativeQuery(stage.sql, Object[].class)
                .setParameter("key", key)
                .setParameter("types", types.stream().map(EntityType::name).toArray(String[]::new))
                .setParameter("size", NAMES_AT_A_TIME);
        switch (stage) {
            case BEGINNING -> query.setParameter("prefix", key + '%');
            case PART -> query.setParameter("part", '%' + key + '%');
            case SOUND -> {}
            case NEARLY -> query.setParameter("variants", variants(key));
        }
        return query.getResultList().stream()
                .map(row -> new NameMatch((UUID) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** What the word with most to it may sound like, when it has enough to be told apart by. */
    private String[] variants(String key) {
        Object[] row = session.createNativeQuery("select sounds_of(?1), cardinality(sounds_of(?1))", Object[].class)
                .setParameter(1, key)
                .getSingleResult();
        return Arrays.stream((String[]) row[0])
                .max(Comparator.comparingInt(String::length))
                .filter(sound -> sound.length() >= LEAST_SOUND)
                .map(SoundVariants::of)
                .orElse(List.of())
                .toArray(String[]::new);
    }
}
