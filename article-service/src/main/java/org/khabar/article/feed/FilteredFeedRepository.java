package org.khabar.article.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.khabar.article.article.ArticleKind;

/** Reads the events of a filtered feed. */
@ApplicationScoped
class FilteredFeedRepository implements PanacheRepositoryBase<FeedEventEntity, Long> {

    private static final int ENVELOPE_BYTES = 8192;

    /** An array without members stands for no condition. */
    private static final String CONDITION = """
            (cardinality(cast(:outlets as uuid[])) = 0 or %1$s.outlet_id = any(cast(:outlets as uuid[])))
            and (cardinality(cast(:languages as text[])) = 0 or %1$s.language = any(cast(:languages as text[])))
            and (cardinality(cast(:kinds as text[])) = 0 or %1$s.kind = any(cast(:kinds as text[])))
            and (cardinality(cast(:subjects as varchar[])) = 0 or %1$s.subjects && cast(:subjects as varchar[]))
            """;

    /**
     * The events of a range that concern the filter: those of articles that meet it now, and those by which an article
     * stops to meet it.
     */
    static final String SELECTED =
            """
            select id, selected, total from (
              select e.id, %s as selected, count(*) over () as total, row_number() over running as place,
                sum(r.blocks_bytes + octet_length(cast(r.media as text)) + cast(:envelope as bigint)) over running as bytes
              from feed_event e
              join revision r on r.article_id = e.article_id and r.version = e.version
              left join revision p on p.article_id = e.article_id and p.version = e.version - 1
              where e.id > :after and e.id <= :until and ((%s) or (p.version is not null and %s))
              window running as (order by e.id)) as sized
            where place = 1 or (bytes <= :bytes and place <= :events)
            order by id
            """.formatted(CONDITION.formatted("r"), CONDITION.formatted("r"), CONDITION.formatted("p"));

    /**
     * An event that concerns a filter.
     *
     * @param selected whether the article meets the filter with this event; else it stops to meet it
     */
    record Selected(long id, boolean selected) {}

    /**
     * The events of a range that concern a filter.
     *
     * @param complete whether these are all of the range; else it goes on behind the last of them
     */
    record Range(List<Selected> events, boolean complete) {}

    /**
     * Reads a range of events, whose ids have no gaps: as many as the numbers of events and bytes allow, one at least.
     *
     * @param until the last id of the range
     */
    @SuppressWarnings("unchecked") // A native query of several columns lists arrays of them.
    Range listSelected(FeedFilter filter, long after, long until, int limit, long maxBytes) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(SELECTED)
                .setParameter("outlets", filter.outlets().toArray(UUID[]::new))
                .setParameter("languages", filter.languages().toArray(String[]::new))
                .setParameter(
                        "kinds", filter.kinds().stream().map(ArticleKind::name).toArray(String[]::new))
                .setParameter("subjects", filter.subjects().toArray(String[]::new))
                .setParameter("after", after)
                .setParameter("until", until)
                .setParameter("envelope", ENVELOPE_BYTES)
                .setParameter("events", limit)
                .setParameter("bytes", maxBytes)
                .getResultList();
        List<Selected> events = rows.stream()
                .map(row -> new Selected(((Number) row[0]).longValue(), (Boolean) row[1]))
                .toList();
        boolean complete = rows.isEmpty() || ((Number) rows.getFirst()[2]).longValue() == rows.size();
        return new Range(events, complete);
    }

    /** The events with these ids, ascending. */
    List<FeedEventEntity> listByIds(List<Long> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }
}
