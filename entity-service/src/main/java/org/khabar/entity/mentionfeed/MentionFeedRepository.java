package org.khabar.entity.mentionfeed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The events of the mention feed. */
@ApplicationScoped
class MentionFeedRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The events after an id with what their articles mention now, in one statement, so that an article's version and
     * entities are of one moment. First the events are chosen, by counts that indexes give; names are read of those alone.
     */
    static final String BATCH = """
            select chosen.id, chosen.article_id, chosen.time, article.version, mentioned.entities
            from (
                select id, article_id, time from (
                    select counted.*, row_number() over running as place, sum(counted.entities) over running as all_entities
                    from (
                        select event.*, (
                            select count(*) from article_entity where article_entity.article_id = event.article_id
                        ) as entities
                        from mention_feed_event event where event.id > :after order by event.id limit :events
                    ) as counted
                    window running as (order by counted.id)
                ) as sized
                where place = 1 or all_entities <= :entities
            ) as chosen
            left join article on article.id = chosen.article_id
            left join lateral (
                select cast(jsonb_agg(jsonb_build_object(
                        'id', entity.id,
                        'type', entity.type,
                        'names', (
                            select coalesce(jsonb_object_agg(language, text), jsonb_build_object()) from entity_name
                            where entity_name.entity_id = entity.id and language in ('ar', 'en', 'fr')),
                        'mentionCount', share.mention_count,
                        'salience', share.salience)
                    order by share.salience desc, share.entity_id desc) as text) as entities
                from (
                    select coalesce(named.merged_into, named.id) as entity_id,
                        sum(article_entity.mention_count) as mention_count, sum(article_entity.salience) as salience
                    from article_entity join entity named on named.id = article_entity.entity_id
                    where article_entity.article_id = chosen.article_id
                    group by 1
                ) as share join entity on entity.id = share.entity_id and not entity.hidden
            ) as mentioned on true
            order by chosen.id
            """;

    private final Session session;

    MentionFeedRepository(Session session) {
        this.session = session;
    }

    /**
     * Takes the next ids and writes events under them, in one statement. The row of {@code mention_feed_head} stays locked
     * until the transaction ends: the next writer gets its ids after this one has committed, or gets these ids when this one
     * rolls back.
     */
    void append(List<UUID> articles) {
        session.createNativeMutationQuery("""
                        with head as (update mention_feed_head set last_id = last_id + :count returning last_id)
                        insert into mention_feed_event (id, article_id, time)
                        select head.last_id - :count + changed.place, changed.article, clock_timestamp()
                        from head, unnest(cast(:articles as uuid[])) with ordinality as changed (article, place)
                        """)
                .setParameter("count", articles.size())
                .setParameter("articles", articles.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** The id of the newest committed event, 0 when there is none. */
    long head() {
        return session.createNativeQuery("select last_id from mention_feed_head", Long.class)
                .getSingleResult();
    }

    /** The events after an id, at most so many, and of those the first and as many more as stay within the entities. */
    List<MentionFeedEvent> listAfter(long id, int events, int entities) {
        return session
                .createNativeQuery(BATCH, Object[].class)
                .setParameter("after", id)
                .setParameter("events", events)
                .setParameter("entities", entities)
                .getResultList()
                .stream()
                .map(row ->
                        event((long) row[0], row[1].toString(), (Instant) row[2], (Integer) row[3], (String) row[4]))
                .toList();
    }

    private static MentionFeedEvent event(
            long id, String article, Instant time, @Nullable Integer version, @Nullable String entities) {
        return version == null
                ? MentionFeedEvent.withdrawn(id, time, article)
                : MentionFeedEvent.changed(id, time, new MentionFeedEvent.Data(article, version, array(entities)));
    }

    private static JsonNode array(@Nullable String json) {
        try {
            return json == null ? JSON.createArrayNode() : JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL built what is no JSON", impossible);
        }
    }
}
