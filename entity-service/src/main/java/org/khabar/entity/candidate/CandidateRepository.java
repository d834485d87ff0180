package org.khabar.entity.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.bulk.BulkRows;
import org.khabar.entity.paging.PageRequest;
import org.khabar.entity.tagging.EntityType;

/** The tables of names that the catalogue lacks; their counts are kept by triggers. */
@ApplicationScoped
class CandidateRepository {

    private static final String INSERT = """
            insert into seen_name (article_id, block, start_offset, end_offset, surface, search_key, type, context, sure)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            select id, name, type, article_count, mention_count, decision, version, decided_by, decided_at, note, entity_id
            from name_candidate
            where decision = 'OPEN' and article_count > 0 and (sure_count > 0 or article_count >= :repeated)%3$s%1$s
            order by article_count %2$s, id %2$s
            """;

    /** The words of the index, which most names are not in: one article has them, and no word of them is known. */
    private static final String INDEXED = " and (sure_count > 0 or article_count > 1)";

    private static final String BY_IDS = """
            select id, name, type, article_count, mention_count, decision, version, decided_by, decided_at, note, entity_id
            from name_candidate where id = any(:ids)
            """;

    private static final String CONTEXTS = """
            select candidate.id, place.article_id, place.block, place.start_offset, place.end_offset, place.context
            from name_candidate candidate cross join lateral (
                select * from seen_name
                where seen_name.search_key = candidate.search_key and seen_name.type = candidate.type
                order by article_id desc, block, start_offset
                limit :most
            ) place
            where candidate.id = any(:ids)
            order by place.article_id desc, place.block, place.start_offset
            """;

    private final Session session;
    private final CandidateConfig config;

    CandidateRepository(Session session, CandidateConfig config) {
        this.session = session;
        this.config = config;
    }

    void replace(Map<UUID, List<SeenName>> names) {
        session.createNativeMutationQuery("delete from seen_name where article_id = any(?1)")
                .setParameter(1, names.keySet().toArray(UUID[]::new))
                .executeUpdate();
        BulkRows rows = new BulkRows("uuid", "int", "int", "int", "text", "text", "text", "text", "bool");
        names.forEach((article, all) -> all.forEach(name -> rows.add(
                article,
                name.block(),
                name.start(),
                name.end(),
                name.surface(),
                name.key(),
                name.type().name(),
                name.context(),
                name.sure())));
        if (!rows.isEmpty()) {
            session.doWork(connection -> rows.execute(connection, INSERT));
        }
    }

    /** The rows of a page in the direction that it is read, and one more when there are more. */
    List<CandidateRow> listPage(Set<EntityType> types, PageRequest<CandidatePosition> page) {
        String conditions = (types.isEmpty() ? "" : " and type = any(:types)")
                + (page.after() == null ? "" : " and (article_count, id) < (:afterCount, :afterId)")
                + (page.before() == null ? "" : " and (article_count, id) > (:beforeCount, :beforeId)");
        NativeQuery<Object[]> query = session.createNativeQuery(
                        PAGE.formatted(
                                conditions, page.backward() ? "asc" : "desc", config.repeated() > 1 ? INDEXED : ""),
                        Object[].class)
                .setParameter("repeated", config.repeated())
                .setMaxResults(page.size() + 1);
        if (!types.isEmpty()) {
            query.setParameter("types", types.stream().map(EntityType::name).toArray(String[]::new));
        }
        CandidatePosition after = page.after();
        if (after != null) {
            query.setParameter("afterCount", after.articleCount()).setParameter("afterId", after.id());
        }
        CandidatePosition before = page.before();
        if (before != null) {
            query.setParameter("beforeCount", before.articleCount()).setParameter("beforeId", before.id());
        }
        return query.getResultList().stream().map(CandidateRepository::row).toList();
    }

    private static CandidateRow row(Object[] columns) {
        return new CandidateRow(
                (Long) columns[0],
                (String) columns[1],
                EntityType.valueOf((String) columns[2]),
                (Integer) columns[3],
                (Integer) columns[4],
                new CandidateRow.Decided(
                        CandidateDecision.valueOf((String) columns[5]),
                        (Integer) columns[6],
                        (String) columns[7],
                        (Instant) columns[8],
                        (String) columns[9],
                        (UUID) columns[10]));
    }

    /** The names of these ids, whatever was decided about them. */
    List<CandidateRow> listByIds(Collection<Long> ids) {
        return session
                .createNativeQuery(BY_IDS, Object[].class)
                .setParameter("ids", ids.toArray(Long[]::new))
                .getResultList()
                .stream()
                .map(CandidateRepository::row)
                .toList();
    }

    /** What the name is looked up by; empty without such a name. */
    Optional<String> findKey(long id) {
        return session.createNativeQuery("select search_key from name_candidate where id = ?1", String.class)
                .setParameter(1, id)
                .uniqueResultOptional();
    }

    /** The language of the article in which the name was seen last. */
    Optional<String> findLanguage(long id) {
        return session.createNativeQuery("""
                        select article.language
                        from name_candidate candidate
                        join seen_name seen on seen.search_key = candidate.search_key and seen.type = candidate.type
                        join article on article.id = seen.article_id
                        where candidate.id = ?1 order by seen.article_id desc limit 1
                        """, String.class).setParameter(1, id).uniqueResultOptional();
    }

    /** Decides about a name, whatever it seems to be; those that were promoted stay so. */
    void decide(String key, CandidateDecision decision, @Nullable UUID entity, String author, @Nullable String note) {
        session.createNativeMutationQuery("""
                        update name_candidate set decision = ?2, entity_id = ?3, decided_by = ?4, note = ?5,
                            decided_at = now(), version = version + 1
                        where search_key = ?1 and decision <> 'PROMOTED' and decision <> ?2
                        """)
                .setParameter(1, key)
                .setParameter(2, decision.name())
                .setParameter(3, entity, UUID.class)
                .setParameter(4, author)
                .setParameter(5, note, String.class)
                .executeUpdate();
    }

    /** Places where the names stand, so many of each, those in the articles that came last. */
    Map<Long, List<CandidateContext>> listContexts(Collection<Long> ids, int most, RequestBudget budget) {
        List<Object[]> rows = session.createNativeQuery(CONTEXTS, Object[].class)
                .setParameter("ids", ids.toArray(Long[]::new))
                .setParameter("most", most)
                .setMaxResults(budget.mostRows(ids.size()))
                .getResultList();
        Map<Long, List<CandidateContext>> contexts = new HashMap<>();
        for (Object[] row : budget.complete(rows, ids.size())) {
            contexts.computeIfAbsent((Long) row[0], _ -> new ArrayList<>())
                    .add(new CandidateContext(
                            row[1].toString(), (Integer) row[2], (Integer) row[3], (Integer) row[4], (String) row[5]));
        }
        return contexts;
    }
}
