package org.khabar.article.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.article.workflow.MoveKind;
import org.khabar.article.paging.PageRequest;

@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<RevisionEntity, RevisionEntity.Key> {

    private static final String OLDER_PAGES = """
            select r.* from unnest(cast(:ids as uuid[]), cast(:beginnings as int[])) as wanted(id, beginning)
            cross join lateral (
              select * from revision
              where article_id = wanted.id and version < :after and version > :before
                and version >= wanted.beginning and status = any(cast(:statuses as text[]))
              order by version desc limit :rows) as r
            """;

    /** All columns but the text, which is long and often not asked for. */
    private static final String WITHOUT_TEXT =
            "select r.article_id, r.version, r.outlet_id, r.url, r.headline, r.language,"
                    + " r.kind, r.status, r.byline, r.credit, r.published_at, cast('[]' as jsonb) as blocks, r.media,"
                    + " r.subjects, r.author, r.created_at, r.move, r.note, r.public_note, r.corrections, r.embargo_until,"
                    + " r.withdrawal_reason from";

    private static final String COUNTS = """
            select wanted.id, (select count(*) from revision
              where article_id = wanted.id and version >= wanted.beginning
                and status = any(cast(:statuses as text[])))
            from unnest(cast(:ids as uuid[]), cast(:beginnings as int[])) as wanted(id, beginning)
            """;

    private static final String PREDECESSORS = """
            select wanted.id, wanted.version, earlier.version as predecessor
            from unnest(cast(:ids as uuid[]), cast(:versions as int[]), cast(:beginnings as int[]))
              as wanted(id, version, beginning)
            cross join lateral (
              select version from revision
              where article_id = wanted.id and version < wanted.version and version >= wanted.beginning
                and status = any(cast(:statuses as text[]))
              order by version desc limit 1) as earlier
            """;

    private static final String CORRECTIONS = WITHOUT_TEXT + """
             unnest(cast(:ids as uuid[]), cast(:beginnings as int[])) as wanted(id, beginning)
            cross join lateral (
              select * from revision
              where article_id = wanted.id and version >= wanted.beginning and public_note is not null
              order by version desc limit :rows) as r
            order by r.article_id, r.version
            """;

    private static final String NOTES = """
            select public_note from revision where article_id = :id and public_note is not null
            union
            select told ->> 'note' from revision cross join jsonb_array_elements(corrections) as told
            where article_id = :id and public_note is not null
            """;

    private static final String NEWER_PAGES = OLDER_PAGES.replace("order by version desc", "order by version");

    /** The key columns lead the primary key, so that one index scan serves a batch. */
    List<RevisionEntity> listByKeys(Collection<RevisionEntity.Key> keys) {
        return list("key in ?1", keys);
    }

    /** An article's newest revision that a page was imported as. */
    Optional<RevisionEntity> findNewestImport(UUID articleId) {
        return find("key.articleId = ?1 and move = ?2 order by key.version desc", articleId, MoveKind.IMPORT)
                .firstResultOptional();
    }

    /** An article's newest revision that one of these moves made. */
    Optional<RevisionEntity> findNewest(UUID articleId, Collection<MoveKind> moves) {
        return find("key.articleId = ?1 and move in ?2 order by key.version desc", articleId, moves)
                .firstResultOptional();
    }

    /** Whether one of these moves was made after a version, and not under this note. */
    boolean hasOtherMove(UUID articleId, int after, Collection<MoveKind> moves, String note) {
        return count(
                        "key.articleId = ?1 and key.version > ?2 and move in ?3 and (note is null or note <> ?4)",
                        articleId,
                        after,
                        moves,
                        note)
                > 0;
    }

    /** What readers have ever been told of an article's corrections. */
    Set<String> listNotes(UUID articleId) {
        List<?> notes = getEntityManager()
                .createNativeQuery(NOTES, String.class)
                .setParameter("id", articleId)
                .getResultList();
        return notes.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** Where readers' history of articles begins, of those where it is not the first version. */
    Map<UUID, Integer> listHistoryBeginnings(Collection<UUID> articleIds) {
        return getEntityManager()
                .createQuery(
                        "select id, historyFrom from ArticleEntity where id in ?1 and historyFrom > 1", Object[].class)
                .setParameter(1, articleIds)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
    }

    /**
     * For each article the rows of a page of its revisions, which are newest first, in the direction that the page is
     * read, and one more when there are more.
     *
     * @param view which revisions there are for the caller
     * @param textWanted whether the rows have their blocks
     */
    @SuppressWarnings("unchecked") // A native query of an entity class lists that class.
    List<RevisionEntity> listPages(RevisionView view, PageRequest<Integer> page, boolean textWanted) {
        String pages = page.backward() ? NEWER_PAGES : OLDER_PAGES;
        return getEntityManager()
                .createNativeQuery(
                        textWanted ? pages : pages.replace("select r.* from", WITHOUT_TEXT), RevisionEntity.class)
                .setParameter("ids", view.articles())
                .setParameter("beginnings", view.beginnings())
                .setParameter("statuses", view.statuses())
                .setParameter("after", page.after() == null ? Integer.MAX_VALUE : page.after())
                .setParameter("before", page.before() == null ? 0 : page.before())
                .setParameter("rows", page.size() + 1)
                .getResultList();
    }

    /** How many revisions of each article there are for the caller. */
    Map<UUID, Integer> count(RevisionView view) {
        return rows(getEntityManager()
                        .createNativeQuery(COUNTS, Object[].class)
                        .setParameter("ids", view.articles())
                        .setParameter("beginnings", view.beginnings())
                        .setParameter("statuses", view.statuses()))
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> Math.toIntExact((Long) row[1])));
    }

    /** For each revision the one before it that there is for the caller; the view has an article per revision. */
    Map<RevisionEntity.Key, RevisionEntity.Key> listPredecessors(RevisionView view, int[] versions) {
        return rows(getEntityManager()
                        .createNativeQuery(PREDECESSORS, Object[].class)
                        .setParameter("ids", view.articles())
                        .setParameter("versions", versions)
                        .setParameter("beginnings", view.beginnings())
                        .setParameter("statuses", view.statuses()))
                .collect(Collectors.toMap(
                        row -> new RevisionEntity.Key((UUID) row[0], (Integer) row[1]),
                        row -> new RevisionEntity.Key((UUID) row[0], (Integer) row[2])));
    }

    /** The corrections of each article that readers are told of, without their text, the oldest first. */
    @SuppressWarnings("unchecked") // As above.
    List<RevisionEntity> listCorrections(RevisionView view, int mostOfOne) {
        return getEntityManager()
                .createNativeQuery(CORRECTIONS, RevisionEntity.class)
                .setParameter("ids", view.articles())
                .setParameter("beginnings", view.beginnings())
                .setParameter("rows", mostOfOne)
                .getResultList();
    }

    @SuppressWarnings("unchecked") // A native query of arrays lists arrays.
    private static Stream<Object[]> rows(Query query) {
        return ((List<Object[]>) query.getResultList()).stream();
    }
}
