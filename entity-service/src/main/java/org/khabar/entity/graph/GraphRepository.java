package org.khabar.entity.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.tagging.EntityType;

/** Reads the counts that the database keeps of mentions, for many entities in one statement. */
@ApplicationScoped
class GraphRepository {

    private static final String CO_MENTIONS = """
            select owner.id, other.other_id, other.together, coalesce((
                select sum(m.article_count) from entity_month m
                where m.entity_id = other.other_id and m.month between cast(:first as date) and cast(:last as date)), 0)
            from unnest(:owners) as owner (id) cross join lateral (
                select c.other_id, sum(c.article_count) as together
                from co_mention c join entity e on e.id = c.other_id and e.type = any(:types)
                where c.entity_id = owner.id and c.month between cast(:first as date) and cast(:last as date)
                    and c.article_count > 0
                group by c.other_id
                order by sum(c.article_count) desc, c.other_id
                limit :size
            ) other
            """;

    private static final String BUCKETS = """
            select entity_id, cast(date_trunc(:unit, day) as date) - date '1970-01-01', outlet,
                sum(article_count), sum(mention_count)
            from entity_day
            where entity_id = any(:owners) and day >= :start and day < :end and article_count > 0
                and (:everywhere or outlet = any(:outlets))
            group by 1, 2, 3
            """;

    private static final String APPEARANCES = """
            select owner.id, found.article_id, found.published_at, found.mention_count
            from unnest(:owners) as owner (id) cross join lateral (
                select article_id, published_at, mention_count from article_entity
                where entity_id = owner.id
                order by published_at %1$s, article_id %1$s
                limit 1
            ) found
            """;

    private static final String TRENDS = """
            select present.entity_id, present.articles, coalesce((
                select sum(past.article_count) from entity_day past
                where past.entity_id = present.entity_id and past.day >= :past and past.day < :start), 0)
            from (
                select d.entity_id, sum(d.article_count) as articles
                from entity_day d join entity e on e.id = d.entity_id and e.type = any(:types)
                where d.day >= :start and d.day < :end
                group by d.entity_id
                having sum(d.article_count) >= :least
                order by 2 desc, 1
                limit :size
            ) present
            """;

    private final Session session;

    GraphRepository(Session session) {
        this.session = session;
    }

    /** An entity beside another one, and the articles of some months that mention both, and that mention the other. */
    record Pair(UUID entity, UUID other, int together, int otherArticles) {}

    /** The others that each entity is most often together with. */
    List<Pair> listPairs(
            Collection<UUID> entities, Months months, Collection<EntityType> types, int size, RequestBudget budget) {
        List<Object[]> rows = session.createNativeQuery(CO_MENTIONS, Object[].class)
                .setParameter("owners", entities.toArray(UUID[]::new))
                .setParameter("first", months.first())
                .setParameter("last", months.last())
                .setParameter("types", names(types))
                .setParameter("size", size)
                .setMaxResults(budget.mostRows(entities.size()))
                .getResultList();
        return budget.complete(rows, entities.size()).stream()
                .map(row -> new Pair((UUID) row[0], (UUID) row[1], number(row[2]), number(row[3])))
                .toList();
    }

    /** In how many articles of these months each entity is; none of an entity that is in none. */
    Map<UUID, Integer> countArticles(Collection<UUID> entities, Months months) {
        Map<UUID, Integer> counts = new HashMap<>();
        session.createNativeQuery("""
                        select entity_id, sum(article_count) from entity_month
                        where entity_id = any(:entities) and month between cast(:first as date) and cast(:last as date)
                        group by entity_id
                        """, Object[].class)
                .setParameter("entities", entities.toArray(UUID[]::new))
                .setParameter("first", months.first())
                .setParameter("last", months.last())
                .getResultList()
                .forEach(row -> counts.put((UUID) row[0], number(row[1])));
        return counts;
    }

    /** How many articles of these months there are. */
    int countArchive(Months months) {
        return number(session.createNativeQuery("""
                        select coalesce(sum(article_count), 0) from archive_month
                        where month between cast(:first as date) and cast(:last as date)
                        """, Object.class)
                .setParameter("first", months.first())
                .setParameter("last", months.last())
                .getSingleResult());
    }

    /** What outlets wrote of each entity, by bucket; of all outlets when none is named. */
    Map<UUID, List<BucketCount>> listBuckets(
            Collection<UUID> entities, Timeline timeline, Collection<String> outlets, RequestBudget budget) {
        List<Object[]> rows = session.createNativeQuery(BUCKETS, Object[].class)
                .setParameter("unit", timeline.interval().name().toLowerCase(Locale.ROOT))
                .setParameter("owners", entities.toArray(UUID[]::new))
                .setParameter("start", timeline.start())
                .setParameter("end", timeline.end())
                .setParameter("everywhere", outlets.isEmpty())
                .setParameter("outlets", outlets.toArray(String[]::new))
                .setMaxResults(budget.mostRows(entities.size()))
                .getResultList();
        return budget.complete(rows, entities.size()).stream()
                .map(row -> new BucketCount(
                        (UUID) row[0],
                        LocalDate.ofEpochDay(number(row[1])),
                        (String) row[2],
                        number(row[3]),
                        number(row[4])))
                .collect(Collectors.groupingBy(BucketCount::entity));
    }

    /** An article that mentions an entity. */
    record Appearance(UUID entity, UUID article, Instant publishedAt, int mentionCount) {}

    /** The earliest or the latest article of each entity. */
    List<Appearance> listAppearances(Collection<UUID> entities, boolean latest) {
        return session
                .createNativeQuery(APPEARANCES.formatted(latest ? "desc" : "asc"), Object[].class)
                .setParameter("owners", entities.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new Appearance((UUID) row[0], (UUID) row[1], (Instant) row[2], number(row[3])))
                .toList();
    }

    /**
     * The entities in most articles of a window, with what they were in before.
     *
     * @param end the first day behind the window
     * @param least articles below which an entity is left out
     */
    List<Trend> listTrends(TrendWindow window, LocalDate end, Collection<EntityType> types, int least, int size) {
        LocalDate start = end.minusDays(window.days());
        return session
                .createNativeQuery(TRENDS, Object[].class)
                .setParameter("past", start.minusDays(window.pastDays()))
                .setParameter("start", start)
                .setParameter("end", end)
                .setParameter("types", names(types))
                .setParameter("least", least)
                .setParameter("size", size)
                .getResultList()
                .stream()
                .map(row -> new Trend((UUID) row[0], Burst.of(number(row[1]), number(row[2]), window.pastLengths())))
                .toList();
    }

    private static int number(Object value) {
        return Math.toIntExact(((Number) value).longValue());
    }

    private static String[] names(Collection<EntityType> types) {
        Collection<EntityType> wanted = types.isEmpty() ? Arrays.asList(EntityType.values()) : types;
        return wanted.stream().map(EntityType::name).toArray(String[]::new);
    }
}
