package org.khabar.gateway.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Finds the keys of the answer under which some mention of the field has directives for the subgraphs. What they do to
 * the value must not show under another key, nor in what is fetched for a key or requirement.
 */
final class DirectedKeys {
    private DirectedKeys() {}

    static void keepApart(ClientSelection root) {
        keepApart(root.fields());
    }

    private static void keepApart(Collection<ClientField> place) {
        Map<String, List<ClientField>> byKey = place.stream()
                .collect(Collectors.groupingBy(field -> field.responseKey, LinkedHashMap::new, Collectors.toList()));
        for (List<ClientField> fields : byKey.values()) {
            if (fields.stream().anyMatch(field -> !field.directives().isEmpty())) {
                fields.forEach(ClientField::keepApart);
            }
            List<ClientField> below = fields.stream()
                    .map(field -> field.selection)
                    .filter(Objects::nonNull)
                    .flatMap(selection -> selection.fields().stream())
                    .toList();
            keepApart(below);
        }
    }
}
