package org.khabar.entity.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.khabar.entity.exchange.EntityRecord.ExternalId;
import org.khabar.entity.failure.RequestFailure;

/**
 * Which entities lines are about: by id, else by a key, else by an external id.
 *
 * @param ids of the lines' ids those that entities have
 * @param keys the entities that have the lines' keys
 * @param externalIds the entities that have the lines' external ids, by scheme and value
 */
record Matches(Set<UUID> ids, Map<String, UUID> keys, Map<List<String>, Set<UUID>> externalIds) {

    Matches {
        ids = Set.copyOf(ids);
        keys = Map.copyOf(keys);
        externalIds = Map.copyOf(externalIds);
    }

    /** Whether the entity that a line is about has the line's id. */
    boolean isById(EntityLine line) {
        return line.id() != null && ids.contains(line.id());
    }

    /**
     * The entity that a line is about; empty when it is new.
     *
     * @throws RequestFailure when it is about several
     */
    Optional<UUID> find(EntityLine line) {
        Optional<UUID> entity = Optional.ofNullable(line.id())
                .filter(ids::contains)
                .or(() -> one(
                        "keys",
                        line.keys().stream()
                                .flatMap(key -> Optional.ofNullable(keys.get(key)).stream())
                                .toList()))
                .or(() -> one(
                        "externalIds",
                        line.externalIds() == null
                                ? List.of()
                                : line.externalIds().stream()
                                        .flatMap(id -> owners(id).stream())
                                        .toList()));
        for (String key : line.keys()) {
            UUID owner = keys.get(key);
            if (owner != null && !owner.equals(entity.orElse(null))) {
                throw RequestFailure.conflict(
                        "The key %s is that of another entity, %s.".formatted(key, owner),
                        Map.of("entity", owner.toString()));
            }
        }
        return entity;
    }

    private static Optional<UUID> one(String member, List<UUID> entities) {
        Set<UUID> distinct = new HashSet<>(entities);
        if (distinct.size() > 1) {
            throw RequestFailure.conflict("$.%s are those of several entities.".formatted(member), Map.of());
        }
        return distinct.stream().findFirst();
    }

    /** Entities that have an external id. */
    Set<UUID> owners(ExternalId id) {
        return externalIds.getOrDefault(List.of(id.scheme(), id.value()), Set.of());
    }
}
