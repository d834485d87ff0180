package org.khabar.article.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.paging.PageRequest;

/** Reads stories as far as their articles are published. */
@ApplicationScoped
class StoryArchiveRepository {

    private static final String TOLD = """
            select wanted.id, wanted.story_id, count(*), min(a.published_at)
            from (%s) as wanted(id, story_id)
            join story_member m on m.story_id = wanted.story_id
            join article a on a.id = m.article_id and a.status = any(cast(:visible as text[]))
            group by wanted.id, wanted.story_id
            """;

    static final String STORIES_OF_ARTICLES = TOLD.formatted(
            "select article_id, story_id from story_member where article_id = any(cast(:ids as uuid[]))");

    /** A story that was merged into another resolves to that. */
    private static final String STORIES_BY_ID =
            TOLD.formatted("select id, coalesce(merged_into, id) from story where id = any(cast(:ids as uuid[]))");

    static final String PAGES = """
            select wanted.id, page.article_id from unnest(cast(:ids as uuid[])) as wanted(id)
            cross join lateral (
              select m.article_id, m.published_at from story_member m
              join article a on a.id = m.article_id and a.status = any(cast(:visible as text[]))
              where m.story_id = wanted.id
                and (m.published_at, m.article_id) > (cast(:afterTime as timestamptz), cast(:afterId as uuid))
              order by m.published_at, m.article_id limit :rows) as page
            order by wanted.id, page.published_at, page.article_id
            """;

    private final EntityManager entities;

    StoryArchiveRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** An article that is in a page of a story. */
    record Row(UUID story, UUID article) {}

    /** The stories that these articles tell along with others. */
    List<ToldStory> listStoriesOf(Collection<UUID> articles) {
        return told(STORIES_OF_ARTICLES, articles);
    }

    /** The stories with these ids, under the ids that they have now. */
    List<ToldStory> listStories(Collection<UUID> ids) {
        return told(STORIES_BY_ID, ids);
    }

    /** For each story the articles of a page, and one more when there are more. */
    List<Row> listPages(Collection<UUID> stories, PageRequest<StoryPosition> page) {
        StoryPosition after = page.after() == null ? StoryPosition.START : page.after();
        return rows(visible(PAGES, stories)
                        .setParameter("afterTime", after.publishedAt())
                        .setParameter("afterId", after.id())
                        .setParameter("rows", page.size() + 1))
                .stream()
                .map(row -> new Row((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    private List<ToldStory> told(String query, Collection<UUID> ids) {
        return rows(visible(query, ids)).stream()
                .map(row -> new ToldStory(
                        (UUID) row[0], (UUID) row[1], Math.toIntExact(((Number) row[2]).longValue()), (Instant) row[3]))
                .toList();
    }

    private Query visible(String query, Collection<UUID> ids) {
        return entities.createNativeQuery(query)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter(
                        "visible",
                        ArticleStatus.visibleToReaders().stream()
                                .map(Enum::name)
                                .toArray(String[]::new));
    }

    @SuppressWarnings("unchecked") // A native query of several columns lists arrays.
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
