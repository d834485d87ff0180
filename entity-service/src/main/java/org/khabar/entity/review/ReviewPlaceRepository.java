package org.khabar.entity.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.khabar.entity.bulk.BulkRows;

/** Writes the tables of what there is to decide. */
@ApplicationScoped
class ReviewPlaceRepository {

    /** A name that was decided about is an item that is closed from the beginning. */
    private static final String INSERT_ITEMS = """
            insert into review_item (kind, search_key, subject, entity_id, name, open)
            select found.kind, found.search_key, found.subject, found.entity_id, min(found.name),
                not exists (
                    select from name_candidate decided
                    where found.kind = 'CANDIDATE' and decided.search_key = found.search_key
                        and decided.type = found.subject and decided.decision <> 'OPEN')
            from unnest(?, ?, ?, ?, ?) as found (kind, search_key, subject, entity_id, name)
            group by 1, 2, 3, 4 order by 1, 2, 3
            on conflict (kind, search_key, subject) do nothing
            """;

    private static final String INSERT_PLACES = """
            insert into review_place (article_id, block, start_offset, item_id, language, outlet, doubt)
            select article.id, found.block, found.start_offset, item.id, lower(article.language), article.outlet, found.doubt
            from unnest(?, ?, ?, ?, ?, ?, ?) as found (article_id, block, start_offset, kind, search_key, subject, doubt)
            join review_item item on item.kind = found.kind and item.search_key = found.search_key
                and item.subject = found.subject
            join article on article.id = found.article_id
            """;

    private final Session session;

    ReviewPlaceRepository(Session session) {
        this.session = session;
    }

    /** Puts these places in the place of all that the article had. */
    void replace(UUID article, List<ReviewPlace> places) {
        session.createNativeMutationQuery("delete from review_place where article_id = ?1")
                .setParameter(1, article)
                .executeUpdate();
        if (places.isEmpty()) {
            return;
        }
        BulkRows items = new BulkRows("text", "text", "text", "uuid", "text");
        BulkRows rows = new BulkRows("uuid", "int", "int", "text", "text", "text", "int");
        for (ReviewPlace place : places) {
            items.add(place.kind().name(), place.key(), place.subject(), place.entity(), place.name());
            rows.add(
                    article,
                    place.block(),
                    place.start(),
                    place.kind().name(),
                    place.key(),
                    place.subject(),
                    place.doubt());
        }
        session.doWork(connection -> items.execute(connection, INSERT_ITEMS));
        session.doWork(connection -> rows.execute(connection, INSERT_PLACES));
    }

    /** Opens or closes the items of a name that the catalogue lacks, whatever it seems to be. */
    void open(String key, boolean open) {
        session.createNativeMutationQuery("""
                        with changed as (
                            update review_item set open = ?2 where kind = 'CANDIDATE' and search_key = ?1 returning id)
                        update review_rank set open = ?2 from changed where item_id = changed.id
                        """)
                .setParameter(1, key)
                .setParameter(2, open)
                .executeUpdate();
    }
}
