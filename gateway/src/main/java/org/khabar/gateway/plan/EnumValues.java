package org.khabar.gateway.plan;

import java.util.List;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.supergraph.EnumType;

/**
 * The values of an enum.
 *
 * @param visible those that clients may see
 * @param hidden those that subgraphs answer with and clients must not see
 */
public record EnumValues(List<JsonKey> visible, List<JsonKey> hidden) {
    /** Of what is no enum. */
    public static final EnumValues NONE = new EnumValues(List.of(), List.of());

    public EnumValues {
        visible = List.copyOf(visible);
        hidden = List.copyOf(hidden);
    }

    static EnumValues of(EnumType type) {
        return new EnumValues(keys(type, false), keys(type, true));
    }

    private static List<JsonKey> keys(EnumType type, boolean inaccessible) {
        return type.values().values().stream()
                .filter(value -> value.traits().inaccessible() == inaccessible)
                .map(value -> JsonKey.of(value.name()))
                .toList();
    }
}
