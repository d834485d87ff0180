package org.khabar.gateway.supergraph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one subgraph defines a field.
 *
 * @param subgraph the subgraph's name
 * @param type the field's type in this subgraph; may be stricter or more lenient than the supergraph's
 * @param external named here for keys, {@code @requires} or {@code @provides} only, resolved elsewhere
 * @param requires what the subgraph must be sent to resolve it; null when nothing
 * @param provides what the subgraph resolves under this field beyond what it always resolves; null when nothing
 * @param override where it moved here from; null when it did not
 * @param usedOverridden moved away from this subgraph, which still names it in keys, {@code @requires} or an
 *     interface; resolved elsewhere like an external field
 * @param contextArguments arguments that are filled from a context and not by the client
 */
public record FieldSource(
        String subgraph,
        TypeRef type,
        boolean external,
        @Nullable FieldSet requires,
        @Nullable FieldSet provides,
        @Nullable FieldOverride override,
        boolean usedOverridden,
        List<ContextArgument> contextArguments) {
    public FieldSource {
        contextArguments = List.copyOf(contextArguments);
    }

    /**
     * Whether the subgraph answers this field wherever it has the type: not when the field is external, unless a
     * {@code @provides} on the way says so. What it requires has to be sent first. A labelled override is not weighed
     * here: see {@link SupergraphField#overriders}.
     */
    public boolean isResolvable() {
        return !external && !usedOverridden;
    }

    /** Whether the subgraph must be sent something for it: what it requires, or what it takes from contexts. */
    public boolean needsInput() {
        return requires != null || !contextArguments.isEmpty();
    }
}
