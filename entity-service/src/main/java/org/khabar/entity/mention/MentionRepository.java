package org.khabar.entity.mention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return listAll(List.of(article)).getOrDefault(article, List.of());
    }

    /** All mentions of articles; none for an article that has none. */
    Map<UUID, List<FoundMention>> listAll(Collection<UUID> articles) {
        Map<UUID, List<FoundMention>> mentions = new HashMap<>();
        if (!articles.isEmpty()) {
            list("articleId in ?1 order by articleId, block, start", articles)
                    .forEach(row -> mentions.computeIfAbsent(row.articleId, _ -> new ArrayList<>())
                            .add(row.found()));
        }
        return mentions;
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

    /**
     * What an article mentions.
     *
     * @param shares of its entities, for the mentions that are shown
     */
    record Mentions(List<FoundMention> found, List<EntityShare> shares) {

        static final Mentions NONE = new Mentions(List.of(), List.of());
    }

    /** Puts these mentions in the place of all that their articles had. */
    void replace(Map<UUID, Mentions> articles) {
        delete(articles.keySet());
        BulkRows rows = new BulkRows("uuid", "uuid", "int", "int", "int", "text", "text", "float8", "text", "text");
        BulkRows shares = new BulkRows("uuid", "uuid", "int", "float8", "bool");
        articles.forEach((article, mentions) -> {
            mentions.found().forEach(mention -> add(rows, article, mention));
            addShares(shares, article, mentions.shares());
        });
        if (!rows.isEmpty()) {
            session.doWork(connection -> rows.execute(connection, INSERT));
            session.doWork(connection -> shares.execute(connection, INSERT_SHARES));
        }
    }

    private static void add(BulkRows rows, UUID article, FoundMention mention) {
        rows.add(
                article,
                mention.entity(),
                mention.block(),
                mention.start(),
                mention.end(),
                mention.surface(),
                mention.aliasType().name(),
                mention.confidence(),
                mention.status().name(),
                Reasons.format(mention.why()));
    }

    private void addShares(BulkRows rows, UUID article, List<EntityShare> shares) {
        List<EntityShare> ranked = shares.stream().sorted(MOST_SALIENT).toList();
        for (int place = 0; place < ranked.size(); place++) {
            EntityShare share = ranked.get(place);
            boolean paired = place < config.maxPaired();
            rows.add(article, share.entity(), share.mentionCount(), share.salience(), paired);
        }
    }

    private void delete(Collection<UUID> articles) {
        delete("articleId in ?1", articles);
        session.createNativeMutationQuery("delete from article_entity where article_id = any(?1)")
                .setParameter(1, articles.toArray(UUID[]::new))
                .executeUpdate();
    }
}
