package org.khabar.gateway.plan;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.AccessRule;

/**
 * Marks the fields that a caller may not see, object type by object type. They are planned no further, and are null in
 * the answer as if their resolver had failed. What a plan fetches for itself, keys and what {@code @requires} names, is
 * not the client's and is not looked at.
 */
final class AccessFilter {
    private final AccessRules rules;
    private final Types types;
    private final Set<AccessRule> refused;

    AccessFilter(AccessRules rules, Types types, Set<AccessRule> refused) {
        this.rules = rules;
        this.types = types;
        this.refused = refused;
    }

    void mark(ClientSelection selection) {
        if (refused.isEmpty()) {
            return;
        }
        Map<String, Set<String>> objectsByKey = new HashMap<>();
        for (ClientField field : selection.fields()) {
            for (String object : types.possibleTypes(field.onType)) {
                if (isRefused(field, object)) {
                    refuse(field, object, objectsByKey);
                }
            }
        }
        for (ClientField field : selection.fields()) {
            spread(field, objectsByKey.getOrDefault(field.responseKey, Set.of()));
            field.settleRefusals(types.possibleTypes(field.onType).size());
            if (field.selection != null) {
                mark(field.selection);
            }
        }
    }

    private boolean isRefused(ClientField field, String object) {
        return !Collections.disjoint(rules.of(field, object), refused);
    }

    private static void refuse(ClientField field, String object, Map<String, Set<String>> objectsByKey) {
        field.refuseOn(object);
        if (!field.isTypename()) {
            objectsByKey
                    .computeIfAbsent(field.responseKey, _ -> new HashSet<>())
                    .add(object);
        }
    }

    /** A response key has one value, so a field that is refused where it is selected once is refused altogether. */
    private void spread(ClientField field, Set<String> objects) {
        if (!field.isTypename()) {
            objects.stream()
                    .filter(object -> types.contains(field.onType, object))
                    .forEach(field::refuseOn);
        }
    }
}
