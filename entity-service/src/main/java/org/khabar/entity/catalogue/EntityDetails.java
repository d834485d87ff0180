package org.khabar.entity.catalogue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Details of several entities by id.
 *
 * @param <T> a row of the details
 */
record EntityDetails<T>(Map<UUID, List<T>> byEntity) {

    EntityDetails {
        byEntity = Map.copyOf(byEntity);
    }

    List<T> of(UUID entity) {
        return byEntity.getOrDefault(entity, List.of());
    }
}
