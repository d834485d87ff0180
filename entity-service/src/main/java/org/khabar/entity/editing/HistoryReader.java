package org.khabar.entity.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.paging.Page;
import org.khabar.entity.paging.PageRequest;

/** Reads the history of entities, for many at a time. */
@ApplicationScoped
@Transactional
class HistoryReader {

    private final HistoryRepository history;

    HistoryReader(HistoryRepository history) {
        this.history = history;
    }

    /** A page of each entity's history. */
    Map<UUID, EntityRevisionConnection> listByEntities(
            Set<UUID> entities, PageRequest<HistoryPosition> request, RequestBudget budget) {
        Map<UUID, List<HistoryRepository.Row>> rows = history.listByEntities(entities, request, budget);
        Map<UUID, EntityRevisionConnection> connections = new HashMap<>();
        entities.forEach(entity ->
                connections.put(entity, connection(Page.of(rows.getOrDefault(entity, List.of()), request))));
        return connections;
    }

    private static EntityRevisionConnection connection(Page<HistoryRepository.Row> page) {
        return new EntityRevisionConnection(
                page.items().stream()
                        .map(row -> new EntityRevisionEdge(EntityRevisionNode.of(row), cursor(row)))
                        .toList(),
                page.info(HistoryReader::cursor));
    }

    private static String cursor(HistoryRepository.Row row) {
        return new HistoryPosition(row.position()).cursor();
    }
}
