package org.khabar.gateway.plan;

import graphql.language.Node;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of an answer comes together: what is asked for outside of any {@code @defer}, or in one at one place. */
final class Layer {
    /** What comes first. */
    static final Layer PRIMARY = new Layer(null, null, null);

    /** What {@link #PRIMARY} makes. */
    static final Set<Layer> FIRST = Set.of(PRIMARY);

    final @Nullable Layer parent;
    /** The fragment that is deferred; null for what comes first. */
    final @Nullable Node<?> fragment;

    final @Nullable String label;

    Layer(@Nullable Layer parent, @Nullable Node<?> fragment, @Nullable String label) {
        this.parent = parent;
        this.fragment = fragment;
        this.label = label;
    }

    /** Whether what is in {@code other} comes together with this or later. */
    boolean covers(Layer other) {
        for (Layer layer = other; layer != null; layer = layer.parent) {
            if (layer == this) {
                return true;
            }
        }
        return false;
    }

    /** How many deferred fragments it is in. */
    int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    /** Those that do not come after another of them. */
    static Set<Layer> earliest(Collection<Layer> layers) {
        if (layers.contains(PRIMARY)) {
            return FIRST;
        }
        Set<Layer> earliest = new LinkedHashSet<>(layers);
        earliest.removeIf(layer -> layers.stream().anyMatch(other -> other != layer && other.covers(layer)));
        return earliest;
    }

    /** The least number of deferred fragments that one of them is in. */
    static int depth(Collection<Layer> layers) {
        return layers.stream().mapToInt(Layer::depth).min().orElse(0);
    }
}
