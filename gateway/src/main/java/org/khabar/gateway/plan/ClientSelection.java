package org.khabar.gateway.plan;

import graphql.language.Node;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the client selected at one place of the answer, fragments expanded, in the order of first mention. */
final class ClientSelection {
    /** The type of the place, as the schema has it. */
    final String type;

    private final Map<Begun, Layer> begun = new LinkedHashMap<>();
    private final Map<Key, ClientField> fields = new LinkedHashMap<>();

    ClientSelection(String type) {
        this.type = type;
    }

    Collection<ClientField> fields() {
        return fields.values();
    }

    ClientField field(String onType, String responseKey, Supplier<ClientField> created) {
        return fields.computeIfAbsent(new Key(onType, responseKey), _ -> created.get());
    }

    /** The layer of a deferred fragment at this place. */
    Layer begin(Layer parent, Node<?> fragment, @Nullable String label) {
        return begun.computeIfAbsent(new Begun(parent, fragment), _ -> new Layer(parent, fragment, label));
    }

    /** The layers of the fragments that are deferred at this place. */
    Collection<Layer> begun() {
        return begun.values();
    }

    /** Nodes of documents are equal only to themselves. */
    private record Begun(Layer parent, Node<?> fragment) {}

    private record Key(String onType, String responseKey) {}
}
