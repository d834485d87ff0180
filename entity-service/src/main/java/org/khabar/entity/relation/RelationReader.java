package org.khabar.entity.relation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.EntityNode;

/** Reads relations with the entities that they are to, for many entities at a time. */
@ApplicationScoped
@Transactional
class RelationReader {

    private final Relations relations;
    private final Catalogue catalogue;

    RelationReader(Relations relations, Catalogue catalogue) {
        this.relations = relations;
        this.catalogue = catalogue;
    }

    /** The relations of each entity; those to hidden entities are left out. */
    Map<UUID, List<RelationNode>> listByEntities(Set<UUID> entities, RequestBudget budget) {
        Map<UUID, List<Relation>> found = relations.listByEntities(entities, budget);
        Map<UUID, EntityNode> targets = catalogue.listByIds(found.values().stream()
                .flatMap(List::stream)
                .map(Relation::target)
                .collect(Collectors.toSet()));
        Map<UUID, List<RelationNode>> nodes = new HashMap<>();
        found.forEach((entity, all) -> nodes.put(entity, nodes(all, targets)));
        return nodes;
    }

    private static List<RelationNode> nodes(List<Relation> relations, Map<UUID, EntityNode> targets) {
        List<RelationNode> nodes = new ArrayList<>();
        for (Relation relation : relations) {
            EntityNode target = targets.get(relation.target());
            if (target != null) {
                nodes.add(RelationNode.of(relation, target));
            }
        }
        return nodes;
    }
}
