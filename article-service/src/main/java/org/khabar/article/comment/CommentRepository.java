package org.khabar.article.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.paging.PageRequest;

/** Reads comments. Whoever asks sees approved ones and the pending ones of their own. */
@ApplicationScoped
class CommentRepository implements PanacheRepositoryBase<CommentEntity, UUID> {

    private static final String VISIBLE_PAGES = """
            select page.* from unnest(cast(:ids as uuid[])) as wanted(id) cross join lateral (
              select * from comment c
              where %s and c.status in ('APPROVED', 'PENDING') and (c.status = 'APPROVED' or c.author = :viewer)
                and (c.created_at, c.id) > (cast(:afterTime as timestamptz), cast(:afterId as uuid))
              order by c.created_at, c.id limit :rows) as page
            order by page.created_at, page.id
            """;

    static final String COMMENTS = VISIBLE_PAGES.formatted("c.article_id = wanted.id and c.parent_id is null");

    static final String REPLIES = VISIBLE_PAGES.formatted("c.parent_id = wanted.id");

    static final String QUEUE = """
            select c.* from comment c join article a on a.id = c.article_id and a.status = any(cast(:published as text[]))
            where c.status = :status
              and (c.created_at, c.id) > (cast(:afterTime as timestamptz), cast(:afterId as uuid))
            order by c.created_at, c.id limit :rows
            """;

    static final String COUNTS = """
            select c.article_id, count(*) from comment c left join comment parent on parent.id = c.parent_id
            where c.article_id = any(cast(:ids as uuid[])) and c.status = 'APPROVED'
              and (c.parent_id is null or parent.status = 'APPROVED')
            group by c.article_id
            """;

    /** For each article a page of its comments, and one more when there are more. */
    List<CommentEntity> listComments(Collection<UUID> articles, PageRequest<CommentPosition> page, String viewer) {
        return pages(COMMENTS, articles, page, viewer);
    }

    /** For each comment a page of its replies, and one more when there are more. */
    List<CommentEntity> listReplies(Collection<UUID> parents, PageRequest<CommentPosition> page, String viewer) {
        return pages(REPLIES, parents, page, viewer);
    }

    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    private List<CommentEntity> pages(
            String query, Collection<UUID> ids, PageRequest<CommentPosition> page, String viewer) {
        return bind(getEntityManager().createNativeQuery(query, CommentEntity.class), page)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("viewer", viewer)
                .getResultList();
    }

    /** A page of the comments with a status on published articles, and one more when there are more. */
    @SuppressWarnings("unchecked") // As above.
    List<CommentEntity> listQueue(CommentStatus status, PageRequest<CommentPosition> page) {
        return bind(getEntityManager().createNativeQuery(QUEUE, CommentEntity.class), page)
                .setParameter("status", status.name())
                .setParameter("published", published())
                .getResultList();
    }

    private static Query bind(Query query, PageRequest<CommentPosition> page) {
        CommentPosition after = page.after() == null ? CommentPosition.START : page.after();
        return query.setParameter("afterTime", after.createdAt())
                .setParameter("afterId", after.id())
                .setParameter("rows", page.size() + 1);
    }

    /** How many approved comments and replies each article has; none of those that have none. */
    @SuppressWarnings("unchecked") // A native query of several columns lists arrays.
    Map<UUID, Integer> countApproved(Collection<UUID> articles) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(COUNTS)
                .setParameter("ids", articles.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.put((UUID) row[0], Math.toIntExact(((Number) row[1]).longValue())));
        return counts;
    }

    /** The comment with this id, on a published article, locked for a change; null when there is none. */
    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    @Nullable
    CommentEntity lock(UUID id) {
        List<CommentEntity> found = getEntityManager()
                .createNativeQuery("""
                        select c.* from comment c
                        join article a on a.id = c.article_id and a.status = any(cast(:published as text[]))
                        where c.id = :id for update of c
                        """, CommentEntity.class)
                .setParameter("id", id)
                .setParameter("published", published())
                .getResultList();
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The comment with this id, if this author wrote it, wherever; locked for a change. */
    Optional<CommentEntity> lockOwn(UUID id, String author) {
        return find("id = ?1 and author = ?2", id, author)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    private static String[] published() {
        return ArticleStatus.visibleToReaders().stream().map(Enum::name).toArray(String[]::new);
    }
}
