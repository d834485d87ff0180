package org.khabar.gateway.execute;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.OutputSelection;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.supergraph.TypeRef;

/** A part of an answer that has not been written yet. */
sealed interface PendingPart {

    /** What the client calls it; null for nothing. */
    @Nullable
    String label();

    /** Where it belongs. */
    List<Object> path();

    /**
     * A deferred fragment of an object.
     *
     * @param object the object
     * @param output how it is written
     * @param blocks which fetches must be done before
     */
    record Fragment(
            @Nullable String label, List<Object> path, DataObject object, OutputSelection output, Set<Integer> blocks)
            implements PendingPart {}

    /**
     * The items of a list behind those that came first.
     *
     * @param path that of the first of them
     * @param list the list
     * @param from index of the first of them
     * @param item their type
     * @param field the list's field
     */
    record Rest(@Nullable String label, List<Object> path, DataList list, int from, TypeRef item, OutputField field)
            implements PendingPart {}
}
