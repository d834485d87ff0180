package org.khabar.article.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;
import org.khabar.article.paging.PageRequest;
import org.khabar.article.text.Folding;

@ApplicationScoped
class ArticleRepository implements PanacheRepositoryBase<ArticleEntity, UUID> {

    /** How many articles are compared that share words with a page, and its headline or time. */
    private static final int MAX_ALIKE = 20;

    /** An empty key stands for a page without a URL. */
    private static final String URLS_ALLOW =
            " and (url_key is null or cast(:urlKey as text) = '' or url_key = :urlKey)";

    /** What is selected to take locks; see {@link #lockIdentity}. */
    static final String LOCKED_KEYS =
            "count(cast(pg_advisory_xact_lock(key) as text)) from unnest(cast(?1 as bigint[])) as key";

    static final String SAME_CONTENT = """
            select * from article
            where content_key = :contentKey and headline_key = :headlineKey
              and (outlet_id = :outlet
                or ((outlet_id = :unknown or :outlet = :unknown)
                  and (not :stated or not published_at_stated or published_at between :from and :to)))
            """ + URLS_ALLOW + """
             order by outlet_id = :outlet desc, outlet_id = :unknown desc,
              abs(extract(epoch from published_at - cast(:time as timestamptz))), id
            limit 1
            """;

    /** Two arms, each with an index of its own: with "or" the outlet's index may be read from end to end. */
    static final String ALIKE_DATED = """
            select * from (
              select * from article where outlet_id = :outlet and headline_key = :headlineKey
              union all
              select * from article
              where outlet_id = :outlet and published_at = :time and headline_key <> :headlineKey) as near
            where (sketch && cast(:sketch as int[]) or (headline_key = :headlineKey and published_at = :time))
            """ + URLS_ALLOW + """
             order by headline_key = :headlineKey and published_at = :time and published_at_stated desc,
              cardinality(array(select unnest(sketch) intersect select unnest(cast(:sketch as int[])))) desc, id
            limit :limit
            """;

    static final String ALIKE_UNDATED = """
            select * from article
            where outlet_id = :outlet and headline_key = :headlineKey and sketch && cast(:sketch as int[])
            """ + URLS_ALLOW + """
             order by cardinality(array(select unnest(sketch) intersect select unnest(cast(:sketch as int[])))) desc,
              abs(extract(epoch from published_at - cast(:time as timestamptz))), id
            limit :limit
            """;

    Optional<ArticleEntity> findByUrlKey(String urlKey) {
        return find("urlKey", urlKey).firstResultOptional();
    }

    /** An article that says the same under the same headline: of the same outlet before others, then near in time. */
    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    Optional<ArticleEntity> findSame(ArticleContent content, UUID unknownOutlet) {
        Query query = getEntityManager()
                .createNativeQuery(SAME_CONTENT, ArticleEntity.class)
                .setParameter("contentKey", ContentKey.of(content.headline(), content.blocks()))
                .setParameter("unknown", unknownOutlet)
                .setParameter("stated", content.publishedAtStated())
                .setParameter("from", content.publishedAt().minus(ArticleIdentity.ZONES_APART))
                .setParameter("to", content.publishedAt().plus(ArticleIdentity.ZONES_APART));
        return bind(query, content).getResultList().stream().findFirst();
    }

    /**
     * Articles of the outlet that share headline or stated time with the content, and some of its text or both: the most
     * alike first.
     */
    @SuppressWarnings("unchecked") // As above.
    List<ArticleEntity> listAlike(ArticleContent content, int[] sketch) {
        String text = content.publishedAtStated() ? ALIKE_DATED : ALIKE_UNDATED;
        Query query = getEntityManager()
                .createNativeQuery(text, ArticleEntity.class)
                .setParameter("sketch", sketch)
                .setParameter("limit", MAX_ALIKE);
        return bind(query, content).getResultList();
    }

    private static Query bind(Query query, ArticleContent content) {
        return query.setParameter("outlet", content.outletId())
                .setParameter("headlineKey", Folding.key(content.headline()))
                .setParameter("time", content.publishedAt())
                .setParameter("urlKey", content.url() == null ? "" : UrlKey.of(content.url()));
    }

    /**
     * Keeps an article from changing until the transaction ends.
     *
     * @return false when it had changed since it was read; it is as it became then
     */
    boolean lock(ArticleEntity article) {
        int read = article.version;
        getEntityManager().refresh(article, LockModeType.PESSIMISTIC_WRITE);
        return article.version == read;
    }

    /**
     * Keeps articles from changing until the transaction ends. Locks them in ascending order, as all do who lock several.
     *
     * @return false when one had changed since it was read; each is as it became then
     */
    boolean lock(Collection<ArticleEntity> articles) {
        if (articles.isEmpty()) {
            return true;
        }
        Map<UUID, Locked> rows = lockedRows(articles);
        List<ArticleEntity> changed = articles.stream()
                .filter(article -> !new Locked(article.version, article.withheld).equals(rows.get(article.id)))
                .toList();
        changed.forEach(getEntityManager()::refresh);
        return changed.isEmpty();
    }

    /** What tells that a row has changed: to keep an article back makes no version. */
    private record Locked(int version, boolean withheld) {}

    private Map<UUID, Locked> lockedRows(Collection<ArticleEntity> articles) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select id, version, withheld from article where id = any(cast(:ids as uuid[])) order by id
                        for no key update
                        """, Object[].class)
                .setParameter(
                        "ids", articles.stream().map(article -> article.id).toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> new Locked((Integer) row[1], (Boolean) row[2])));
    }

    List<ArticleEntity> listVisible(Collection<UUID> ids, Set<ArticleStatus> statuses) {
        return list("id in ?1 and status in ?2", ids, statuses);
    }

    /** The rows of a page in the direction that it is read, and one more when there are more. They are not to be changed. */
    List<ArticleEntity> listPage(ArticleSelection selection, PageRequest<ArticlePosition> page) {
        ArticleConditions conditions = ArticleConditions.of(selection).within(page);
        String order = page.backward() ? " order by publishedAt, id" : " order by publishedAt desc, id desc";
        return find(conditions.query() + order, conditions.parameters())
                .range(0, page.size())
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .list();
    }

    long count(ArticleSelection selection) {
        ArticleConditions conditions = ArticleConditions.of(selection);
        return count(conditions.query(), conditions.parameters());
    }

    /**
     * Makes transactions that might find or create the same article wait for each other, until they end.
     *
     * @param keys hashes of what identifies an article; taken in ascending order, so that no two writers deadlock
     */
    void lockIdentity(Collection<Long> keys) {
        getEntityManager()
                .createNativeQuery("select " + LOCKED_KEYS, Long.class)
                .setParameter(1, ascending(keys))
                .getSingleResult();
    }

    static long[] ascending(Collection<Long> keys) {
        return keys.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }
}
