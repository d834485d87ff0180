package org.khabar.entity.catalogue;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.paging.Page;
import org.khabar.entity.paging.PageArguments;
import org.khabar.entity.paging.PageRequest;
import org.khabar.entity.paging.PagingConfig;
import org.khabar.entity.sibling.Siblings;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.EntityType;

/** Reads the catalogue. */
@ApplicationScoped
@Transactional
public class Catalogue {

    private static final int LONGEST_READING_SECONDS = 3_600;

    private final EntityRepository entities;
    private final EntitySearch search;
    private final CatalogueConfig config;
    private final PagingConfig paging;

    Catalogue(EntityRepository entities, EntitySearch search, CatalogueConfig config, PagingConfig paging) {
        this.entities = entities;
        this.search = search;
        this.config = config;
        this.paging = paging;
    }

    /** Hands over every alias that may stand in a text, with its entity, one by one. Millions take minutes. */
    @TransactionConfiguration(timeout = LONGEST_READING_SECONDS)
    public void readDictionary(Consumer<AliasEntry> reader) {
        entities.readDictionary(reader);
    }

    /**
     * The entities that these ids stand for, as siblings: for an entity that was merged the one that it was merged into. An
     * id that no entity has, or one that is hidden, is left out.
     */
    public Map<UUID, EntityNode> listByIds(Collection<UUID> ids) {
        return listByIds(ids, false);
    }

    /**
     * The same, for whom hidden ones may be shown to.
     *
     * @param hiddenToo whether they are not left out
     */
    public Map<UUID, EntityNode> listByIds(Collection<UUID> ids, boolean hiddenToo) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, EntityRow> rows = entities.listByIds(Set.copyOf(ids));
        rows.values().removeIf(row -> row.hidden && !hiddenToo);
        Siblings<UUID> siblings =
                new Siblings<>(rows.values().stream().map(row -> row.id).collect(Collectors.toSet()));
        Map<UUID, EntityNode> nodes = new HashMap<>();
        rows.forEach((id, row) -> nodes.put(id, CatalogueItem.of(row, siblings).toNode()));
        return nodes;
    }

    /** The entities that these ids stand for in the ids' order; null where there is none. */
    List<@Nullable EntityNode> listByTexts(List<String> ids, boolean hiddenToo) {
        List<Optional<UUID>> uuids = ids.stream().map(Catalogue::parse).toList();
        Map<UUID, EntityNode> nodes =
                listByIds(uuids.stream().flatMap(Optional::stream).toList(), hiddenToo);
        List<@Nullable EntityNode> ordered = new ArrayList<>(ids.size());
        uuids.forEach(uuid -> ordered.add(uuid.map(nodes::get).orElse(null)));
        return ordered;
    }

    /** @throws RequestFailure when an argument cannot be used */
    EntityConnection search(@Nullable String text, @Nullable List<EntityType> types, PageArguments arguments) {
        EntitySelection selection = EntitySelection.of(text, types, config.maxSearchLength());
        PageRequest<EntityPosition> request = PageRequest.of(arguments, paging, EntityPosition::of);
        if (selection.findsNothing()) {
            return connection(Page.of(List.of(), request), Map.of(), selection);
        }
        Page<EntityPosition> page = Page.of(search.listPage(selection, request), request);
        List<UUID> ids = page.items().stream().map(EntityPosition::id).toList();
        return connection(page, listByIds(ids), selection);
    }

    int count(EntitySelection selection) {
        return selection.findsNothing() ? 0 : search.count(selection);
    }

    EntityDetails<NameRow> listNames(Set<UUID> ids) {
        return details(entities.listNames(ids), row -> row.entityId);
    }

    EntityDetails<DescriptionRow> listDescriptions(Set<UUID> ids) {
        return details(entities.listDescriptions(ids), row -> row.entityId);
    }

    EntityDetails<AliasRow> listAliases(Set<UUID> ids, RequestBudget budget) {
        return details(entities.listAliases(ids, budget), row -> row.entityId);
    }

    EntityDetails<ExternalIdRow> listExternalIds(Set<UUID> ids, RequestBudget budget) {
        return details(entities.listExternalIds(ids, budget), row -> row.entityId);
    }

    EntityDetails<EntityDate> listDates(Set<UUID> ids) {
        return details(entities.listDates(ids), EntityDate::entity);
    }

    private static EntityConnection connection(
            Page<EntityPosition> page, Map<UUID, EntityNode> nodes, EntitySelection selection) {
        List<EntityEdge> edges = page.items().stream()
                .flatMap(position -> Optional.ofNullable(nodes.get(position.id())).stream()
                        .map(node -> new EntityEdge(node, position.cursor())))
                .toList();
        return new EntityConnection(
                edges, edges.stream().map(EntityEdge::node).toList(), page.info(EntityPosition::cursor), selection);
    }

    private static <T> EntityDetails<T> details(List<T> rows, Function<T, UUID> entity) {
        return new EntityDetails<>(rows.stream().collect(Collectors.groupingBy(entity)));
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
