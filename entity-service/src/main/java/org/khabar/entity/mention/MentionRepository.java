package org.khabar.entity.mention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.bulk.BulkRows;

@ApplicationScoped
class MentionRepository implements PanacheRepositoryBase<MentionRow, Long> {

    private static final String INSERT = """
            insert into mention (article_id, entity_id, block, start_offset, end_offset, surface, alias_type, confidence,
                status, why)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_SHARES = """
            insert into article_entity (article_id, entity_id, published_at, outlet, mention_count, salience, paired)
            select share.article_id, share.entity_id, article.published_at, article.outlet, share.mention_count,
                share.salience, share.paired
            from unnest(?, ?, ?, ?, ?) as share (article_id, entity_id, mention_count, salience, paired)
            join article on article.id = share.article_id
            """;

    private static final Comparator<EntityShare> MOST_SALIENT =
            Comparator.comparingDouble(EntityShare::salience).reversed().thenComparing(EntityShare::entity);

    private final Session session;
    private final LinkingConfig config;

    MentionRepository(Session session, LinkingConfig config) {
        this.session = session;
        this.config = config;
    }

    /** The mentions of these articles that are shown, in the order of the text. */
    List<MentionRow> listShown(Collection<UUID> articles, RequestBudget budget) {
        List<MentionRow> rows = find(
                        "articleId in ?1 and status <> ?2 order by articleId, block, start",
                        articles,
                        MentionStatus.REJECTED)
                .page(0, budget.mostRows(articles.size()))
                .list();
        return budget.complete(rows, articles.size());
    }

    /** The mention that begins there. */
    Optional<FoundMention> findAt(MentionPlace place) {
        return find("articleId = ?1 and block = ?2 and start = ?3", place.article(), place.block(), place.start())
                .firstResultOptional()
                .map(MentionRow::found);
    }

    /** The mentions that begin in these places. */
    List<MentionRow> listAt(Collection<MentionPlace> places) {
        return session.createNativeQuery("""
                        select * from mention where (article_id, block, start_offset) in (
                            select * from unnest(cast(?1 as uuid[]), cast(?2 as int[]), cast(?3 as int[])))
                        """, MentionRow.class)
                .setParameter(1, places.stream().map(MentionPlace::article).toArray(UUID[]::new))
                .setParameter(2, places.stream().map(MentionPlace::block).toArray(Integer[]::new))
                .setParameter(3, places.stream().map(MentionPlace::start).toArray(Integer[]::new))
                .getResultList();
    }

    /** All mentions of an article. */
    List<FoundMention> listAll(UUID article) {
        return list("articleId = ?1 order by block, start", article).stream()
                .map(MentionRow::found)
                .toList();
    }

    /** How much of an article is about each of its entities, as it is stored. */
    Set<EntityShare> listShares(UUID article) {
        return session
                .createNativeQuery(
                        "select entity_id, mention_count, salience from article_entity where article_id = ?1",
                        Object[].class)
                .setParameter(1, article)
                .getResultList()
                .stream()
                .map(row -> new EntityShare((UUID) row[0], (int) row[1], (double) row[2]))
                .collect(Collectors.toSet());
    }

    /** Puts these mentions in the place of all that the article had. */
    void replace(UUID article, List<FoundMention> mentions, List<EntityShare> shares) {
        delete(article);
        BulkRows rows = new BulkRows("uuid", "uuid", "int", "int", "int", "text", "text", "float8", "text", "text");
        mentions.forEach(mention -> rows.add(
                article,
                mention.entity(),
                mention.block(),
                mention.start(),
                mention.end(),
                mention.surface(),
                mention.aliasType().name(),
                mention.confidence(),
                mention.status().name(),
                Reasons.format(mention.why())));
        BulkRows shareRows = shareRows(article, shares);
        session.doWork(connection -> rows.execute(connection, INSERT));
        session.doWork(connection -> shareRows.execute(connection, INSERT_SHARES));
    }

    private BulkRows shareRows(UUID article, List<EntityShare> shares) {
        BulkRows rows = new BulkRows("uuid", "uuid", "int", "float8", "bool");
        List<EntityShare> ranked = shares.stream().sorted(MOST_SALIENT).toList();
        for (int place = 0; place < ranked.size(); place++) {
            EntityShare share = ranked.get(place);
            boolean paired = place < config.maxPaired();
            rows.add(article, share.entity(), share.mentionCount(), share.salience(), paired);
        }
        return rows;
    }

    private void delete(UUID article) {
        delete("articleId", article);
        session.createNativeMutationQuery("delete from article_entity where article_id = ?1")
                .setParameter(1, article)
                .executeUpdate();
    }
}
