package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.khabar.entity.bulk.BulkRows;

/** The events of mentions, for subscribers on all replicas. */
@ApplicationScoped
class MentionEvents {

    private static final String INSERT = """
            insert into mention_event (article_id, entity_id, mention_count, salience) select * from unnest(?, ?, ?, ?)
            """;

    static final String AFTER = """
            select id, article_id, entity_id, mention_count, salience from mention_event
            where id > :after order by id limit :size
            """;

    private final Session session;
    private final LiveConfig config;

    MentionEvents(Session session, LiveConfig config) {
        this.session = session;
        this.config = config;
    }

    /** The entities that articles mention so far; none for an article that mentions nobody. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, Set<UUID>> listEntities(Collection<UUID> articles) {
        Map<UUID, Set<UUID>> entities = new HashMap<>();
        if (articles.isEmpty()) {
            return entities;
        }
        session.createNativeQuery(
                        "select article_id, entity_id from article_entity where article_id = any(?1)", Object[].class)
                .setParameter(1, articles.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> entities.computeIfAbsent((UUID) row[0], _ -> new HashSet<>())
                        .add((UUID) row[1]));
        return entities;
    }

    /** Appends events in the transaction of the caller, who holds the lock on the feed's cursor. */
    @Transactional(Transactional.TxType.MANDATORY)
    void append(Map<UUID, List<EntityShare>> shares) {
        BulkRows rows = new BulkRows("uuid", "uuid", "int", "float8");
        shares.forEach((article, all) ->
                all.forEach(share -> rows.add(article, share.entity(), share.mentionCount(), share.salience())));
        if (rows.isEmpty()) {
            return;
        }
        session.doWork(connection -> rows.execute(connection, INSERT));
        session.createNativeMutationQuery(
                        "delete from mention_event where id <= (select max(id) from mention_event) - ?1")
                .setParameter(1, config.keptEvents())
                .executeUpdate();
    }

    /** The id of the newest event; 0 when there is none. */
    @Transactional
    long head() {
        return session.createNativeQuery("select coalesce(max(id), 0) from mention_event", Long.class)
                .getSingleResult();
    }

    /** The events after one, ascending. */
    @Transactional
    List<MentionEvent> listAfter(long id) {
        return session
                .createNativeQuery(AFTER, Object[].class)
                .setParameter("after", id)
                .setParameter("size", config.batchSize())
                .getResultList()
                .stream()
                .map(row ->
                        new MentionEvent((long) row[0], (UUID) row[1], (UUID) row[2], (int) row[3], (double) row[4]))
                .toList();
    }
}
