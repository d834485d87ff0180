package org.khabar.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What federation's directives say about an element, wherever it comes from.
 *
 * @param inaccessible hidden from clients ({@code @inaccessible}); not in the API schema
 * @param tags its tags ({@code @tag})
 * @param access who may see it
 * @param cost its weight ({@code @cost}); null when not given
 * @param listSize how long its list is taken to be; null when not given
 * @param cache how long it may be kept ({@code @cacheControl}); null when not given
 */
public record Traits(
        boolean inaccessible,
        Set<String> tags,
        AccessRule access,
        @Nullable Integer cost,
        @Nullable ListSize listSize,
        @Nullable CacheHint cache) {
    /** No mark at all. */
    public static final Traits NONE = new Traits(false, Set.of(), AccessRule.NONE, null, null, null);

    public Traits {
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    }
}
