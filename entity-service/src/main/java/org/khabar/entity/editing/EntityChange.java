package org.khabar.entity.editing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What became different in a field of an entity. */
@Type("EntityChange")
public record EntityChange(
        @NonNull @Description("The field of Entity; country for what is no field of all.")
        String field,

        @NonNull @Description("What is no longer there, in words.")
        List<@NonNull String> removed,

        @NonNull @Description("What was not there before, in words.")
        List<@NonNull String> added) {

    public EntityChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    boolean isNothing() {
        return removed.isEmpty() && added.isEmpty();
    }
}
