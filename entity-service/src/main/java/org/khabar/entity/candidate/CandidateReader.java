package org.khabar.entity.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.paging.Page;
import org.khabar.entity.paging.PageRequest;
import org.khabar.entity.tagging.EntityType;

/** Reads the names that the catalogue lacks. */
@ApplicationScoped
@Transactional
public class CandidateReader {

    private final CandidateRepository repository;
    private final CandidateConfig config;

    CandidateReader(CandidateRepository repository, CandidateConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** The names of these ids, whatever was decided about them, by id. */
    public Map<Long, NameCandidateNode> listByIds(Collection<Long> ids, RequestBudget budget) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<CandidateContext>> contexts = repository.listContexts(ids, config.maxContexts(), budget);
        return repository.listByIds(ids).stream()
                .collect(Collectors.toMap(
                        CandidateRow::id,
                        row -> NameCandidateNode.of(row, contexts.getOrDefault(row.id(), List.of()))));
    }

    NameCandidateConnection list(Set<EntityType> types, PageRequest<CandidatePosition> request, RequestBudget budget) {
        Page<CandidateRow> page = Page.of(repository.listPage(types, request), request);
        List<Long> ids = page.items().stream().map(CandidateRow::id).toList();
        Map<Long, List<CandidateContext>> contexts =
                ids.isEmpty() ? Map.of() : repository.listContexts(ids, config.maxContexts(), budget);
        List<NameCandidateEdge> edges = page.items().stream()
                .map(row -> new NameCandidateEdge(
                        NameCandidateNode.of(row, contexts.getOrDefault(row.id(), List.of())),
                        row.position().cursor()))
                .toList();
        return new NameCandidateConnection(
                edges, page.info(row -> row.position().cursor()));
    }
}
