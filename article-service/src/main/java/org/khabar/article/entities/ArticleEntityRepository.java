package org.khabar.article.entities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The entities of articles, and how far the mention feed has been followed: both in one transaction. */
@ApplicationScoped
class ArticleEntityRepository {

    private final EntityManager database;

    ArticleEntityRepository(EntityManager database) {
        this.database = database;
    }

    /** The id of the last event whose effects are stored; 0 before the first. */
    @Transactional
    long position() {
        return number("select last_event_id from mention_feed_cursor");
    }

    /** How many events could not be understood. */
    @Transactional
    long countSkipped() {
        return number("select count(*) from mention_feed_skipped");
    }

    /**
     * Stores what events say and moves the cursor past them; events that the cursor is already past do nothing. All or
     * nothing. Articles that there are none of here are left out: they are another archive's, or of a database that was
     * restored.
     *
     * @param events ascending
     */
    @Transactional
    void store(List<MentionEvent> events) {
        long position = number("select last_event_id from mention_feed_cursor for update");
        List<MentionEvent> fresh =
                events.stream().filter(event -> event.id() > position).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Map<UUID, List<MentionedEntity>> latest = new LinkedHashMap<>();
        for (MentionEvent event : fresh) {
            switch (event) {
                case MentionEvent.Entities entities -> latest.put(entities.article(), entities.entities());
                case MentionEvent.Other other -> {}
                case MentionEvent.Unreadable unreadable -> skip(unreadable);
            }
        }
        replace(latest);
        database.createNativeQuery("update mention_feed_cursor set last_event_id = :id, advanced_at = now()")
                .setParameter("id", fresh.getLast().id())
                .executeUpdate();
    }

    private void replace(Map<UUID, List<MentionedEntity>> latest) {
        if (latest.isEmpty()) {
            return;
        }
        lock(latest.keySet());
        database.createNativeQuery("delete from article_entity where article_id = any(cast(:articles as uuid[]))")
                .setParameter("articles", array(latest.keySet()))
                .executeUpdate();
        List<UUID> articles = new ArrayList<>();
        List<MentionedEntity> entities = new ArrayList<>();
        latest.forEach((article, mentioned) -> mentioned.forEach(entity -> {
            articles.add(article);
            entities.add(entity);
        }));
        if (entities.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        insert into article_entity (article_id, entity_id, entity_type, salience, mention_count)
                        select told.* from unnest(cast(:articles as uuid[]), cast(:ids as text[]), cast(:types as text[]),
                            cast(:saliences as float8[]), cast(:counts as int[]))
                            as told (article_id, entity_id, entity_type, salience, mention_count)
                        where exists (select from article where article.id = told.article_id)
                        """)
                .setParameter("articles", array(articles))
                .setParameter("ids", entities.stream().map(MentionedEntity::id).toArray(String[]::new))
                .setParameter(
                        "types", entities.stream().map(MentionedEntity::type).toArray(String[]::new))
                .setParameter(
                        "saliences",
                        entities.stream().map(MentionedEntity::salience).toArray(Double[]::new))
                .setParameter(
                        "counts",
                        entities.stream().map(MentionedEntity::mentionCount).toArray(Integer[]::new))
                .executeUpdate();
    }

    /** Articles before their mentions, as whoever writes an article does: its triggers write to its mentions. */
    private void lock(Collection<UUID> articles) {
        database.createNativeQuery(
                        "select id from article where id = any(cast(:articles as uuid[])) order by id for share",
                        UUID.class)
                .setParameter("articles", array(articles))
                .getResultList();
    }

    private void skip(MentionEvent.Unreadable event) {
        database.createNativeQuery("""
                        insert into mention_feed_skipped (event_id, subject, problem) values (:id, :subject, :problem)
                        on conflict (event_id) do nothing
                        """)
                .setParameter("id", event.id())
                .setParameter("subject", event.subject())
                .setParameter("problem", event.problem())
                .executeUpdate();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private long number(String sql) {
        return (Long) database.createNativeQuery(sql, Long.class).getSingleResult();
    }
}
