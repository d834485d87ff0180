package org.khabar.article.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.ArticleVersion;

/** How far stored articles have been taken in, and which are next. */
@ApplicationScoped
class StoryBackfillRepository {

    private final EntityManager entities;

    StoryBackfillRepository(EntityManager entities) {
        this.entities = entities;
    }

    boolean isPending() {
        return !entities.createNativeQuery("select last_id from story_backfill", UUID.class)
                .getResultList()
                .isEmpty();
    }

    /** The last article that was taken in, for the caller alone; empty when another has it, or it is done. */
    @SuppressWarnings("unchecked") // A native query of one column lists its type.
    Optional<UUID> claim() {
        return ((List<UUID>) entities.createNativeQuery(
                                "select last_id from story_backfill for update skip locked", UUID.class)
                        .getResultList())
                .stream().findFirst();
    }

    /** The next articles that are published and have no sketch, held as they are until the transaction ends. */
    @SuppressWarnings("unchecked") // A native query of several columns lists arrays.
    List<ArticleVersion> listAfter(UUID last, int limit) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select a.id, a.version from article a
                        where a.id > :last and a.status = any(cast(:visible as text[]))
                          and not exists (select 1 from story_sketch s where s.article_id = a.id)
                        order by a.id limit :limit for share of a
                        """)
                .setParameter("last", last)
                .setParameter(
                        "visible",
                        ArticleStatus.visibleToReaders().stream()
                                .map(Enum::name)
                                .toArray(String[]::new))
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new ArticleVersion((UUID) row[0], (Integer) row[1]))
                .toList();
    }

    void advance(UUID last) {
        entities.createNativeQuery("update story_backfill set last_id = :last")
                .setParameter("last", last)
                .executeUpdate();
    }

    void finish() {
        entities.createNativeQuery("delete from story_backfill").executeUpdate();
    }
}
