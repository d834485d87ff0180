package org.khabar.entity.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.mention.MentionPlace;
import org.khabar.entity.paging.PageRequest;

/** Reads what there is to decide, what helps most first, from an index. */
@ApplicationScoped
class ReviewQueueRepository {

    private static final String PAGE = """
            select ranked.value, ranked.item_id, ranked.kind, item.name, ranked.place_count, candidate.id,
                place.article_id, place.block, place.start_offset
            from (
                select * from review_rank
                where language = :language and outlet = :outlet and open and place_count > 0%1$s
                order by value %2$s, item_id %2$s limit :size) as ranked
            join review_item item on item.id = ranked.item_id
            left join name_candidate candidate on ranked.kind = 'CANDIDATE'
                and candidate.search_key = item.search_key and candidate.type = item.subject
            left join lateral (
                select article_id, block, start_offset from review_place
                where review_place.item_id = ranked.item_id and ranked.kind = 'MENTION'
                    and :language in ('', review_place.language) and :outlet in ('', review_place.outlet)
                order by doubt desc, article_id desc, block, start_offset limit 1) as place on true
            order by ranked.value %2$s, ranked.item_id %2$s
            """;

    private final Session session;

    ReviewQueueRepository(Session session) {
        this.session = session;
    }

    /** The rows of a page in the direction that it is read, and one more when there are more. */
    List<ReviewRow> listPage(ReviewQueueFilter filter, PageRequest<RankPosition> page) {
        String conditions = (filter.kind() == null ? "" : " and kind = :kind")
                + (page.after() == null ? "" : " and (value, item_id) < (:afterValue, :afterId)")
                + (page.before() == null ? "" : " and (value, item_id) > (:beforeValue, :beforeId)");
        NativeQuery<Object[]> query = session.createNativeQuery(
                        PAGE.formatted(conditions, page.backward() ? "asc" : "desc"), Object[].class)
                .setParameter(
                        "language",
                        filter.language() == null ? "" : filter.language().toLowerCase(Locale.ROOT))
                .setParameter("outlet", filter.outlet() == null ? "" : filter.outlet())
                .setParameter("size", page.size() + 1);
        if (filter.kind() != null) {
            query.setParameter("kind", filter.kind().name());
        }
        bind(query, "after", page.after());
        bind(query, "before", page.before());
        return query.getResultList().stream().map(ReviewQueueRepository::row).toList();
    }

    private static void bind(NativeQuery<?> query, String name, @Nullable RankPosition position) {
        if (position != null) {
            query.setParameter(name + "Value", position.value()).setParameter(name + "Id", position.id());
        }
    }

    private static ReviewRow row(Object[] columns) {
        UUID article = (UUID) columns[6];
        return new ReviewRow(
                new RankPosition((long) columns[0], (long) columns[1]),
                ReviewKind.valueOf((String) columns[2]),
                (String) columns[3],
                (int) columns[4],
                (Long) columns[5],
                article == null ? null : new MentionPlace(article, (int) columns[7], (int) columns[8]));
    }
}
