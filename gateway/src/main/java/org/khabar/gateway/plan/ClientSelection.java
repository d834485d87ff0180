package org.khabar.gateway.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the client selected at one place of the answer, fragments expanded, in the order of first mention. */
final class ClientSelection {
    /** The type of the place, as the schema has it. */
    final String type;

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

    private record Key(String onType, String responseKey) {}
}
