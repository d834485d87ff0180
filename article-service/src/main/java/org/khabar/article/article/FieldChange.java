package org.khabar.article.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A field of an article that has another value. */
public record FieldChange(
        @NonNull @Description("The field of Article; an outlet by its code.")
        String field,

        @Nullable String before,
        @Nullable String after) {

    /** Collects the fields that differ. */
    static final class Collector {
        private final List<FieldChange> changes = new ArrayList<>();

        /** Takes a field in if its values differ. */
        Collector compare(String field, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(before, after)) {
                changes.add(new FieldChange(field, text(before), text(after)));
            }
            return this;
        }

        List<FieldChange> changes() {
            return List.copyOf(changes);
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }
}
