package org.khabar.entity.exchange;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another entity, as a line names it. Ids differ between catalogues that were filled apart, keys do not.
 *
 * @param id its id where the line was written
 * @param key the first of the keys that sources know it by; null when there is none
 */
record EntityReference(@Nullable UUID id, @Nullable String key) implements Comparable<EntityReference> {

    private static final Comparator<EntityReference> ORDER = Comparator.comparing(
                    (EntityReference reference) -> text(reference.id))
            .thenComparing(reference -> text(reference.key));

    EntityReference {
        if (id == null && key == null) {
            throw new IllegalArgumentException("an entity without an id or a key");
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public int compareTo(EntityReference other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id == null ? text(key) : id.toString();
    }
}
