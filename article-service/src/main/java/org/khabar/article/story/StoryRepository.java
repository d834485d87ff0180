package org.khabar.article.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleVersion;

/** Sketches of published articles, links between near-duplicates, and the stories that come of them. */
@ApplicationScoped
class StoryRepository {

    /** Classes of advisory locks with a key of 32 bits, which are apart from those with a key of 64. */
    private static final int ALL_STORIES = 0x73746F72;

    private static final int ONE_BAND = 0x73746F73;

    private static final int PARTITION_LOCK = 1;

    /**
     * Bands share so many locks: few enough that a transaction with any number of bands leaves the server room for others'
     * locks, and enough that most articles which come alone pass each other by.
     */
    static final int BAND_LOCKS = 1024;

    /** Articles that share a band which are looked at: the last published within the window. */
    private static final int NEAREST = 20;

    /** Articles that share any band which are looked at: those with the most bands in common. */
    private static final int MOST = 30;

    static final String CANDIDATES = """
            with shared as (
              select wanted.article_id as id, near.article_id as candidate, count(*) as bands
              from unnest(cast(:articles as uuid[]), cast(:bands as int[]), cast(:hours as int[]))
                as wanted(article_id, band, hour)
              cross join lateral (
                select b.article_id from story_band b
                where b.band = wanted.band and b.hour between wanted.hour - :window and wanted.hour + :window
                  and b.article_id <> wanted.article_id
                order by b.hour desc, b.article_id desc limit :nearest) as near
              group by 1, 2),
            ranked as (
              select id, candidate, row_number() over (partition by id order by bands desc, candidate desc) as place
              from shared)
            select ranked.id, a.id, a.version, coalesce(m.story_id, a.id), s.hour, s.minima
            from ranked join story_sketch s on s.article_id = ranked.candidate join article a on a.id = ranked.candidate
            left join story_member m on m.article_id = ranked.candidate
            where ranked.place <= :most
            order by ranked.id, ranked.place
            """;

    private static final String AFFECTED = """
            with touched as (select unnest(cast(:ids as uuid[])) as id)
            select id, cast(null as uuid) from touched
            where not exists (select 1 from story_member m where m.article_id = id)
            union all
            select m.article_id, m.story_id from story_member m
            where m.story_id in (select own.story_id from story_member own join touched on touched.id = own.article_id)
            """;

    private final EntityManager entities;

    StoryRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Makes transactions wait for each other, until they end, that might find each other's articles by these bands. All take
     * them in ascending order, once in a transaction, after the rows of articles and before the partition: so nobody waits in
     * a circle.
     */
    void lockBands(Collection<Integer> bands) {
        lock(
                ONE_BAND,
                bands.stream()
                        .mapToInt(band -> Math.floorMod(band, BAND_LOCKS))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /** Makes transactions that change who tells which story wait for each other. Taken after bands. */
    void lockPartition() {
        lock(ALL_STORIES, PARTITION_LOCK);
    }

    /** One after the other, so that no two writers wait for each other in a circle when the keys ascend. */
    private void lock(int type, int... keys) {
        entities.createNativeQuery("""
                        select 1 from unnest(cast(:keys as int[])) as key
                        cross join lateral pg_advisory_xact_lock(:type, key)
                        """, Integer.class)
                .setParameter("keys", keys)
                .setParameter("type", type)
                .getResultList();
    }

    List<StorySketch> listSketches(Collection<UUID> articles) {
        return rows(entities.createNativeQuery("""
                        select article_id, hour, minima from story_sketch where article_id = any(cast(:ids as uuid[]))
                        """).setParameter("ids", array(articles))).stream()
                .map(row -> new StorySketch((UUID) row[0], (Integer) row[1], ints(row[2])))
                .toList();
    }

    void deleteSketches(Collection<StorySketch> sketches) {
        entities.createNativeQuery("""
                delete from story_band b using unnest(cast(:bands as int[]), cast(:hours as int[]),
                  cast(:articles as uuid[])) as old(band, hour, article_id)
                where b.band = old.band and b.hour = old.hour and b.article_id = old.article_id
                """)
                .setParameter("bands", bands(sketches))
                .setParameter("hours", hoursByBand(sketches))
                .setParameter("articles", articlesByBand(sketches))
                .executeUpdate();
        entities.createNativeQuery("delete from story_sketch where article_id = any(cast(:ids as uuid[]))")
                .setParameter("ids", articles(sketches))
                .executeUpdate();
    }

    void insertSketches(List<StorySketch> sketches) {
        entities.createNativeQuery("""
                insert into story_sketch (article_id, hour, minima)
                select id, hour, (cast(:minima as int[]))[(place - 1) * :orders + 1 \\: place * :orders]
                from unnest(cast(:ids as uuid[]), cast(:hours as int[])) with ordinality as s(id, hour, place)
                """)
                .setParameter("ids", articles(sketches))
                .setParameter(
                        "hours", sketches.stream().mapToInt(StorySketch::hour).toArray())
                .setParameter(
                        "minima",
                        sketches.stream()
                                .flatMapToInt(sketch -> Arrays.stream(sketch.minima()))
                                .toArray())
                .setParameter("orders", StorySketch.ORDERS)
                .executeUpdate();
        entities.createNativeQuery("""
                insert into story_band (band, hour, article_id)
                select * from unnest(cast(:bands as int[]), cast(:hours as int[]), cast(:articles as uuid[]))
                on conflict do nothing
                """)
                .setParameter("bands", bands(sketches))
                .setParameter("hours", hoursByBand(sketches))
                .setParameter("articles", articlesByBand(sketches))
                .executeUpdate();
    }

    /**
     * Articles that share a band with one of these, those with the most in common first, a bounded number for each.
     *
     * @param window how many hours apart they may be published
     */
    List<StoryCandidate> listCandidates(List<StorySketch> sketches, int window) {
        Query query = entities.createNativeQuery(CANDIDATES)
                .setParameter("articles", articlesByBand(sketches))
                .setParameter("bands", bands(sketches))
                .setParameter("hours", hoursByBand(sketches))
                .setParameter("window", window)
                .setParameter("nearest", NEAREST)
                .setParameter("most", MOST);
        return rows(query).stream().map(StoryRepository::candidate).toList();
    }

    private static StoryCandidate candidate(Object[] row) {
        UUID id = (UUID) row[1];
        return new StoryCandidate(
                (UUID) row[0],
                new ArticleVersion(id, (Integer) row[2]),
                (UUID) row[3],
                new StorySketch(id, (Integer) row[4], ints(row[5])));
    }

    /** Whether any of the articles tells a story along with others. */
    boolean isAnyInStory(Collection<UUID> articles) {
        return !rows(entities.createNativeQuery("""
                        select article_id, story_id from story_member
                        where article_id = any(cast(:ids as uuid[])) limit 1
                        """).setParameter("ids", array(articles)))
                .isEmpty();
    }

    void deleteLinks(Collection<UUID> articles) {
        entities.createNativeQuery("""
                delete from story_link
                where lesser = any(cast(:ids as uuid[])) or greater = any(cast(:ids as uuid[]))
                """).setParameter("ids", array(articles)).executeUpdate();
    }

    /** Links articles, as far as both are still published. */
    void insertLinks(Collection<StoryLink> links) {
        entities.createNativeQuery("""
                insert into story_link (lesser, greater)
                select lesser, greater from unnest(cast(:lesser as uuid[]), cast(:greater as uuid[]))
                  as found(lesser, greater)
                where exists (select 1 from story_sketch where article_id = lesser)
                  and exists (select 1 from story_sketch where article_id = greater)
                on conflict do nothing
                """)
                .setParameter("lesser", links.stream().map(StoryLink::lesser).toArray(UUID[]::new))
                .setParameter("greater", links.stream().map(StoryLink::greater).toArray(UUID[]::new))
                .executeUpdate();
    }

    /** These articles and all that tell a story with one of them, each with its story, null when it stands alone. */
    Map<UUID, @Nullable UUID> findAffected(Collection<UUID> articles) {
        Map<UUID, @Nullable UUID> members = new HashMap<>();
        rows(entities.createNativeQuery(AFFECTED).setParameter("ids", array(articles)))
                .forEach(row -> members.put((UUID) row[0], (UUID) row[1]));
        return members;
    }

    List<StoryLink> listLinks(Collection<UUID> among) {
        return rows(entities.createNativeQuery("""
                        select lesser, greater from story_link
                        where lesser = any(cast(:ids as uuid[])) and greater = any(cast(:ids as uuid[]))
                        """).setParameter("ids", array(among))).stream()
                .map(row -> new StoryLink((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    /** Those of the ids that a story has or has had. */
    @SuppressWarnings("unchecked") // A native query of one column lists its type.
    Set<UUID> findTaken(Collection<UUID> ids) {
        return new HashSet<>(
                entities.createNativeQuery("select id from story where id = any(cast(:ids as uuid[]))", UUID.class)
                        .setParameter("ids", array(ids))
                        .getResultList());
    }

    UUID newId() {
        return (UUID) entities.createNativeQuery("select uuidv7()", UUID.class).getSingleResult();
    }

    /** Writes who tells which story; whoever of the affected is not in the partition stands alone. */
    void write(StoryPartition partition, Collection<UUID> affected) {
        insertStories(Set.copyOf(partition.stories().values()));
        entities.createNativeQuery("delete from story_member where article_id = any(cast(:ids as uuid[]))")
                .setParameter(
                        "ids",
                        affected.stream()
                                .filter(article -> !partition.stories().containsKey(article))
                                .toArray(UUID[]::new))
                .executeUpdate();
        writeMembers(List.copyOf(partition.stories().entrySet()));
        partition.merged().forEach(this::merge);
    }

    private void insertStories(Set<UUID> ids) {
        entities.createNativeQuery("""
                insert into story (id) select unnest(cast(:ids as uuid[])) on conflict do nothing
                """).setParameter("ids", array(ids)).executeUpdate();
    }

    private void writeMembers(List<Map.Entry<UUID, UUID>> members) {
        entities.createNativeQuery("""
                insert into story_member (article_id, story_id, published_at)
                select a.id, told.story_id, a.published_at
                from unnest(cast(:articles as uuid[]), cast(:stories as uuid[])) as told(article_id, story_id)
                join article a on a.id = told.article_id
                on conflict (article_id) do update set story_id = excluded.story_id, published_at = excluded.published_at
                where (story_member.story_id, story_member.published_at) <> (excluded.story_id, excluded.published_at)
                """)
                .setParameter(
                        "articles", members.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .setParameter(
                        "stories", members.stream().map(Map.Entry::getValue).toArray(UUID[]::new))
                .executeUpdate();
    }

    /** What was merged into a story before goes along, so that no way is longer than one step. */
    private void merge(UUID story, UUID into) {
        entities.createNativeQuery("update story set merged_into = :into where id = :story or merged_into = :story")
                .setParameter("into", into)
                .setParameter("story", story)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // A native query of several columns lists arrays.
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static UUID[] articles(Collection<StorySketch> sketches) {
        return sketches.stream().map(StorySketch::articleId).toArray(UUID[]::new);
    }

    private static int[] bands(Collection<StorySketch> sketches) {
        return sketches.stream()
                .flatMapToInt(sketch -> Arrays.stream(sketch.bands()))
                .toArray();
    }

    private static int[] hoursByBand(Collection<StorySketch> sketches) {
        return sketches.stream()
                .flatMapToInt(sketch -> IntStream.generate(sketch::hour).limit(StorySketch.BANDS))
                .toArray();
    }

    private static UUID[] articlesByBand(Collection<StorySketch> sketches) {
        return sketches.stream()
                .flatMap(sketch -> IntStream.range(0, StorySketch.BANDS).mapToObj(band -> sketch.articleId()))
                .toArray(UUID[]::new);
    }

    private static int[] ints(Object array) {
        return switch (array) {
            case int[] primitive -> primitive;
            case Integer[] boxed ->
                Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
            default -> throw new IllegalStateException("an array of integers is a " + array.getClass());
        };
    }
}
