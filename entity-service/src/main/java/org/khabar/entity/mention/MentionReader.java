package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.linking.Link;
import org.khabar.entity.paging.Page;
import org.khabar.entity.paging.PageRequest;
import org.khabar.entity.sibling.Siblings;

/** Reads mentions, for many articles or entities at a time. */
@ApplicationScoped
@Transactional
public class MentionReader {

    private final MentionRepository mentions;
    private final ArticleEntityRepository articleEntities;
    private final Catalogue catalogue;

    MentionReader(MentionRepository mentions, ArticleEntityRepository articleEntities, Catalogue catalogue) {
        this.mentions = mentions;
        this.articleEntities = articleEntities;
        this.catalogue = catalogue;
    }

    /** The mentions of each article, in the order of the text; each knows its articles' siblings for what is asked of it. */
    Map<UUID, List<MentionNode>> listMentions(Set<UUID> articles, Siblings<UUID> siblings, RequestBudget budget) {
        List<MentionRow> rows = mentions.listShown(articles, budget);
        Map<UUID, EntityNode> nodes =
                catalogue.listByIds(rows.stream().map(row -> row.entityId).collect(Collectors.toSet()));
        Map<UUID, List<MentionNode>> byArticle = new HashMap<>();
        for (MentionRow row : rows) {
            EntityNode entity = nodes.get(row.entityId);
            if (entity != null) {
                byArticle
                        .computeIfAbsent(row.articleId, article -> new ArrayList<>())
                        .add(MentionNode.of(row, entity, siblings));
            }
        }
        return byArticle;
    }

    /** The mentions that begin in these places, of entities that are shown; none where there is none. */
    public Map<MentionPlace, MentionNode> listAt(Collection<MentionPlace> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        List<MentionRow> rows = mentions.listAt(places);
        Map<UUID, EntityNode> nodes =
                catalogue.listByIds(rows.stream().map(row -> row.entityId).collect(Collectors.toSet()));
        Siblings<UUID> siblings =
                new Siblings<>(rows.stream().map(row -> row.articleId).collect(Collectors.toSet()));
        Map<MentionPlace, MentionNode> byPlace = new HashMap<>();
        for (MentionRow row : rows) {
            EntityNode entity = nodes.get(row.entityId);
            if (entity != null) {
                byPlace.put(row.place(), MentionNode.of(row, entity, siblings));
            }
        }
        return byPlace;
    }

    /** A page of each article's entities; the connection knows its siblings for counting. */
    Map<UUID, ArticleEntityConnection> listEntities(
            Set<UUID> articles, PageRequest<SaliencePosition> request, Siblings<UUID> siblings, RequestBudget budget) {
        Map<UUID, List<ArticleEntity>> rows = articleEntities.listByArticles(articles, request, budget);
        Map<UUID, EntityNode> nodes = catalogue.listByIds(rows.values().stream()
                .flatMap(List::stream)
                .map(ArticleEntity::entity)
                .collect(Collectors.toSet()));
        Map<UUID, ArticleEntityConnection> connections = new HashMap<>();
        for (UUID article : articles) {
            Page<ArticleEntity> page = Page.of(rows.getOrDefault(article, List.of()), request);
            connections.put(
                    article,
                    new ArticleEntityConnection(
                            entityEdges(page, nodes),
                            page.info(row -> row.saliencePosition().cursor()),
                            article,
                            siblings));
        }
        return connections;
    }

    /** A page of each entity's articles; the connection knows its siblings for counting. */
    Map<UUID, EntityArticleConnection> listArticles(
            Set<UUID> entities,
            EntityArticleFilter filter,
            PageRequest<PublicationPosition> request,
            Siblings<UUID> siblings,
            RequestBudget budget) {
        Map<UUID, List<ArticleEntity>> rows = articleEntities.listByEntities(entities, filter, request, budget);
        Siblings<UUID> articles = new Siblings<>(rows.values().stream()
                .flatMap(List::stream)
                .map(ArticleEntity::article)
                .toList());
        Map<UUID, EntityArticleConnection> connections = new HashMap<>();
        for (UUID entity : entities) {
            Page<ArticleEntity> page = Page.of(rows.getOrDefault(entity, List.of()), request);
            connections.put(
                    entity,
                    new EntityArticleConnection(
                            articleEdges(page, articles),
                            page.info(row -> row.publicationPosition().cursor()),
                            entity,
                            filter,
                            siblings));
        }
        return connections;
    }

    Map<UUID, Integer> countEntities(Set<UUID> articles) {
        return articleEntities.countByArticles(articles);
    }

    Map<UUID, Integer> countArticles(Set<UUID> entities, EntityArticleFilter filter) {
        return articleEntities.countByEntities(entities, filter);
    }

    /** The links of a text with their entities. */
    List<AnnotationNode> annotations(List<Link> links) {
        Map<UUID, EntityNode> nodes =
                catalogue.listByIds(links.stream().map(Link::entity).collect(Collectors.toSet()));
        List<AnnotationNode> annotations = new ArrayList<>();
        for (Link link : links) {
            EntityNode entity = nodes.get(link.entity());
            if (entity != null) {
                annotations.add(AnnotationNode.of(link, entity));
            }
        }
        return annotations;
    }

    private static List<ArticleEntityEdge> entityEdges(Page<ArticleEntity> page, Map<UUID, EntityNode> nodes) {
        List<ArticleEntityEdge> edges = new ArrayList<>();
        for (ArticleEntity row : page.items()) {
            EntityNode entity = nodes.get(row.entity());
            if (entity != null) {
                edges.add(new ArticleEntityEdge(
                        entity, row.saliencePosition().cursor(), row.salience(), row.mentionCount()));
            }
        }
        return edges;
    }

    private static List<EntityArticleEdge> articleEdges(Page<ArticleEntity> page, Siblings<UUID> articles) {
        return page.items().stream()
                .map(row -> new EntityArticleEdge(
                        new ArticleNode(row.article().toString(), articles),
                        row.publicationPosition().cursor(),
                        row.mentionCount()))
                .toList();
    }
}
