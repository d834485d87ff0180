package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The queries by which {@link ArticleRepository} finds the article that a page is, asked for many pages at once. Their
 * text is the same: what is a parameter there is a column of the list of pages here.
 */
@ApplicationScoped
class ArticleBatchRepository {

    /** How many articles are compared with a page; as in {@link ArticleRepository}. */
    private static final int MAX_ALIKE = 20;

    private static final Pattern OF_PAGE =
            Pattern.compile(":(contentKey|headlineKey|outlet|stated|from|to|time|sketch|urlKey)\\b");

    /** Times and sketches come as text, for arrays of both are beyond what drivers bind alike. */
    private static final String PAGES = """
            with page as materialized (
              select place, content_key, headline_key, outlet, stated, cast(time_text as timestamptz) as time,
                cast(from_text as timestamptz) as earliest, cast(to_text as timestamptz) as latest, url_key, sketch
              from unnest(cast(:places as int[]), cast(:contentKeys as bigint[]), cast(:headlineKeys as text[]),
                cast(:outlets as uuid[]), cast(:stateds as boolean[]), cast(:times as text[]), cast(:froms as text[]),
                cast(:tos as text[]), cast(:urlKeys as text[]), cast(:sketches as text[]))
                as listed(place, content_key, headline_key, outlet, stated, time_text, from_text, to_text, url_key,
                  sketch))
            """;

    private static final String LOCK_AND_PLAN_ANEW =
            "select set_config('plan_cache_mode', 'force_custom_plan', true), " + ArticleRepository.LOCKED_KEYS;

    private static final String BY_URL_KEYS = "select * from article where url_key = any(cast(:keys as text[]))";

    /** One statement, for most pages are new, and to find nothing costs no more than to ask. */
    private static final String CANDIDATES = PAGES
            + of("true", "true", ArticleRepository.SAME_CONTENT)
            + " union all "
            + of("false", "page.stated", ArticleRepository.ALIKE_DATED)
            + " union all "
            + of("false", "not page.stated", ArticleRepository.ALIKE_UNDATED)
            + " order by 1, 2, 4";

    private final EntityManager entities;
    private final ArticleCopyRepository copies;

    ArticleBatchRepository(EntityManager entities, ArticleCopyRepository copies) {
        this.entities = entities;
        this.copies = copies;
    }

    /**
     * An article that a page may be.
     *
     * @param same whether it says the same; else it is alike
     * @param place the page's place in the list
     */
    record Found(boolean same, int place, UUID articleId) {}

    private static String ofPage(String query) {
        return OF_PAGE.matcher(query).replaceAll(parameter -> switch (parameter.group(1)) {
            case "contentKey" -> "page.content_key";
            case "headlineKey" -> "page.headline_key";
            case "from" -> "page.earliest";
            case "to" -> "page.latest";
            case "urlKey" -> "page.url_key";
            default -> "page." + parameter.group(1);
        });
    }

    private static String of(String same, String when, String query) {
        return "select " + same + ", page.place, found.id, found.rank from page cross join lateral ("
                + "select near.id, row_number() over () as rank from (" + ofPage(query) + ") as near) as found where "
                + when;
    }

    /**
     * Takes the locks of {@link ArticleRepository#lockIdentity}. For the rest of the transaction each statement is planned for
     * the tables as they are: a plan that is kept was made when an archive that is being filled had a few articles and all
     * indexes looked alike, and reads one from end to end.
     */
    void lockIdentityAndPlanAnew(Collection<Long> keys) {
        entities.createNativeQuery(LOCK_AND_PLAN_ANEW, Object[].class)
                .setParameter(1, ArticleRepository.ascending(keys))
                .getSingleResult();
    }

    /**
     * For each page at most one article that says the same, see {@link ArticleRepository#findSame}, and those that are alike,
     * the most alike first, see {@link ArticleRepository#listAlike}.
     */
    List<Found> listCandidates(List<PreparedArticle> pages, UUID unknownOutlet) {
        Query query = entities.createNativeQuery(CANDIDATES, Object[].class);
        return found(bind(query, pages).setParameter("unknown", unknownOutlet).setParameter("limit", MAX_ALIKE));
    }

    /** In SQL: of a list of parameters Hibernate would make another statement each time. */
    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    List<ArticleEntity> listByUrlKeys(Collection<String> urlKeys) {
        return entities.createNativeQuery(BY_URL_KEYS, ArticleEntity.class)
                .setParameter("keys", urlKeys.toArray(String[]::new))
                .getResultList();
    }

    List<ArticleEntity> listByIds(Collection<UUID> ids) {
        return entities.createQuery("from ArticleEntity where id in :ids", ArticleEntity.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Writes articles that are new, and those that have changed. */
    void write(List<ArticleEntity> created) {
        copies.insertArticles(created);
        entities.flush();
    }

    void writeRevisions(List<ArticleCopyRepository.NewRevision> revisions) {
        copies.insertRevisions(revisions);
    }

    private static Query bind(Query query, List<PreparedArticle> pages) {
        int[] places = new int[pages.size()];
        Boolean[] stated = new Boolean[pages.size()];
        for (int place = 0; place < places.length; place++) {
            places[place] = place;
            stated[place] = pages.get(place).content().publishedAtStated();
        }
        return query.setParameter("places", places)
                .setParameter(
                        "contentKeys",
                        pages.stream().mapToLong(p -> p.print().contentKey()).toArray())
                .setParameter("headlineKeys", texts(pages, p -> p.print().headlineKey()))
                .setParameter(
                        "outlets",
                        pages.stream().map(p -> p.content().outletId()).toArray(UUID[]::new))
                .setParameter("stateds", stated)
                .setParameter("times", texts(pages, p -> time(p).toString()))
                .setParameter(
                        "froms",
                        texts(
                                pages,
                                p -> time(p).minus(ArticleIdentity.ZONES_APART).toString()))
                .setParameter(
                        "tos",
                        texts(
                                pages,
                                p -> time(p).plus(ArticleIdentity.ZONES_APART).toString()))
                .setParameter(
                        "urlKeys",
                        texts(pages, p -> Objects.requireNonNullElse(p.print().urlKey(), "")))
                .setParameter("sketches", texts(pages, p -> sketch(p.print().sketch())));
    }

    private static Instant time(PreparedArticle page) {
        return page.content().publishedAt();
    }

    private static String sketch(int[] sketch) {
        StringBuilder array = new StringBuilder("{");
        for (int value : sketch) {
            array.append(array.length() > 1 ? "," : "").append(value);
        }
        return array.append('}').toString();
    }

    private static String[] texts(List<PreparedArticle> pages, Function<PreparedArticle, String> text) {
        return pages.stream().map(text).toArray(String[]::new);
    }

    private static List<Found> found(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Found((Boolean) row[0], ((Number) row[1]).intValue(), (UUID) row[2]))
                .toList();
    }
}
