package org.khabar.entity.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.graph.GraphRepository.Pair;
import org.khabar.entity.mention.ArticleNode;
import org.khabar.entity.paging.Page;
import org.khabar.entity.paging.PageRequest;
import org.khabar.entity.sibling.Siblings;
import org.khabar.entity.tagging.EntityType;

/** Reads what the archive says of entities, for many at a time. */
@ApplicationScoped
@Transactional
class GraphReader {

    private final GraphRepository graph;
    private final Catalogue catalogue;
    private final GraphConfig config;

    GraphReader(GraphRepository graph, Catalogue catalogue, GraphConfig config) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.config = config;
    }

    /** A page of the entities that each one is mentioned together with. */
    Map<UUID, CoMentionConnection> listCoMentions(
            Set<UUID> entities,
            CoMentionOrder order,
            Months months,
            Set<EntityType> types,
            PageRequest<RankPosition> request,
            RequestBudget budget) {
        Map<UUID, List<CoMention>> found = coMentions(entities, months, types, budget);
        Map<UUID, Page<CoMention>> pages = new HashMap<>();
        for (UUID entity : entities) {
            pages.put(entity, page(found.getOrDefault(entity, List.of()), other -> other.position(order), request));
        }
        Map<UUID, EntityNode> nodes = catalogue.listByIds(pages.values().stream()
                .flatMap(page -> page.items().stream())
                .map(CoMention::entity)
                .collect(Collectors.toSet()));
        Map<UUID, CoMentionConnection> connections = new HashMap<>();
        pages.forEach((entity, page) -> connections.put(entity, connection(page, order, nodes)));
        return connections;
    }

    private Map<UUID, List<CoMention>> coMentions(
            Set<UUID> entities, Months months, Set<EntityType> types, RequestBudget budget) {
        List<Pair> pairs = graph.listPairs(entities, months, types, config.maxCoMentions(), budget);
        Map<UUID, Integer> articles = graph.countArticles(entities, months);
        int archive = graph.countArchive(months);
        return pairs.stream()
                .collect(Collectors.groupingBy(
                        Pair::entity,
                        Collectors.mapping(
                                pair -> coMention(pair, articles.getOrDefault(pair.entity(), 0), archive),
                                Collectors.toList())));
    }

    private static CoMention coMention(Pair pair, int articles, int archive) {
        return new CoMention(
                pair.other(),
                pair.together(),
                Significance.of(pair.together(), articles, pair.otherArticles(), archive));
    }

    private static CoMentionConnection connection(
            Page<CoMention> page, CoMentionOrder order, Map<UUID, EntityNode> nodes) {
        List<CoMentionEdge> edges = new ArrayList<>();
        for (CoMention other : page.items()) {
            EntityNode node = nodes.get(other.entity());
            if (node != null) {
                String cursor = other.position(order).cursor(CoMention.CURSOR);
                edges.add(new CoMentionEdge(node, cursor, other.articleCount(), other.significance()));
            }
        }
        return new CoMentionConnection(
                edges, page.info(other -> other.position(order).cursor(CoMention.CURSOR)));
    }

    /** The timeline of each entity. */
    Map<UUID, List<TimelineBucket>> listTimelines(
            Set<UUID> entities, Timeline timeline, Set<String> outlets, RequestBudget budget) {
        Map<UUID, List<BucketCount>> counts = graph.listBuckets(entities, timeline, outlets, budget);
        Map<UUID, List<TimelineBucket>> timelines = new HashMap<>();
        entities.forEach(entity -> timelines.put(entity, timeline.fill(counts.getOrDefault(entity, List.of()))));
        return timelines;
    }

    /** The earliest or the latest article of each entity that is in any. */
    Map<UUID, EntityAppearance> listAppearances(Set<UUID> entities, boolean latest) {
        List<GraphRepository.Appearance> found = graph.listAppearances(entities, latest);
        Siblings<UUID> articles = new Siblings<>(
                found.stream().map(GraphRepository.Appearance::article).toList());
        return found.stream()
                .collect(Collectors.toMap(
                        GraphRepository.Appearance::entity,
                        appearance -> new EntityAppearance(
                                new ArticleNode(appearance.article().toString(), articles),
                                appearance.publishedAt(),
                                appearance.mentionCount())));
    }

    /** A page of the entities that are further above their past than others. */
    TrendingEntityConnection listTrending(
            TrendWindow window, LocalDate end, Set<EntityType> types, PageRequest<RankPosition> request) {
        List<Trend> trends =
                graph.listTrends(window, end, types, config.leastTrendingArticles(), config.maxTrending()).stream()
                        .filter(trend -> trend.burst().score() > 0)
                        .toList();
        Page<Trend> page = page(trends, Trend::position, request);
        Map<UUID, EntityNode> nodes =
                catalogue.listByIds(page.items().stream().map(Trend::entity).collect(Collectors.toSet()));
        List<TrendingEntityEdge> edges = new ArrayList<>();
        for (Trend trend : page.items()) {
            EntityNode node = nodes.get(trend.entity());
            if (node != null) {
                Burst burst = trend.burst();
                String cursor = trend.position().cursor(Trend.CURSOR);
                edges.add(new TrendingEntityEdge(node, cursor, burst.articles(), burst.expected(), burst.score()));
            }
        }
        return new TrendingEntityConnection(
                edges, page.info(trend -> trend.position().cursor(Trend.CURSOR)));
    }

    private static <T> Page<T> page(
            List<T> all, Function<T, RankPosition> position, PageRequest<RankPosition> request) {
        Comparator<T> order = Comparator.comparing(position);
        List<T> rows = all.stream()
                .filter(item -> position.apply(item).isIn(request))
                .sorted(request.backward() ? order.reversed() : order)
                .limit(request.size() + 1L)
                .toList();
        return Page.of(rows, request);
    }
}
