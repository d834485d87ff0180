package org.khabar.entity.catalogue;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.text.SearchKey;

/**
 * Which entities a connection lists.
 *
 * @param searchKey normalised words that a name must hold; null for every entity
 * @param types of these types
 */
record EntitySelection(@Nullable String searchKey, Set<EntityType> types) {

    EntitySelection {
        types = Set.copyOf(types);
    }

    /** @throws RequestFailure when the search text is longer than {@code maxLength} */
    static EntitySelection of(@Nullable String search, @Nullable Collection<EntityType> types, int maxLength) {
        if (search != null && search.length() > maxLength) {
            throw RequestFailure.limitExceeded(
                    "search has %d characters; the limit is %d.".formatted(search.length(), maxLength));
        }
        Set<EntityType> wanted = types == null || types.isEmpty() ? EnumSet.allOf(EntityType.class) : Set.copyOf(types);
        return new EntitySelection(search == null ? null : SearchKey.of(search), wanted);
    }

    /** Whether the search text holds no letter or digit. */
    boolean findsNothing() {
        return searchKey != null && searchKey.isEmpty();
    }

    String[] typeNames() {
        return types.stream().map(EntityType::name).sorted().toArray(String[]::new);
    }
}
