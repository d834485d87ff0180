package org.khabar.gateway.plan;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.khabar.gateway.supergraph.AccessRule;
import org.khabar.gateway.supergraph.FieldedType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;
import org.khabar.gateway.supergraph.SupergraphType;

/**
 * Which access rules protect a selected field. A rule on a type protects every field that returns the type, and where
 * an abstract type may turn out to be it, every field selected on it; a rule on a field protects the field, also where
 * it is selected on an interface.
 */
final class AccessRules {
    private final Supergraph supergraph;
    private final boolean none;

    AccessRules(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.none = supergraph.types().values().stream().noneMatch(AccessRules::isProtected);
    }

    private static boolean isProtected(SupergraphType type) {
        return !type.traits().access().isNone()
                || type instanceof FieldedType fielded
                        && fielded.fields().values().stream()
                                .anyMatch(field -> !field.traits().access().isNone());
    }

    /**
     * The rules that all must hold.
     *
     * @param field the field as it was selected, on an object or abstract type
     * @param object the type of an object that it may be selected on
     */
    Set<AccessRule> of(ClientField field, String object) {
        if (none) {
            return Set.of();
        }
        Set<AccessRule> rules = new LinkedHashSet<>();
        add(rules, field.onType);
        if (field.isTypename()) {
            return rules;
        }
        add(rules, object);
        add(rules, field.onType, field.name);
        add(rules, object, field.name);
        return rules;
    }

    private void add(Set<AccessRule> rules, String type, String field) {
        Optional<SupergraphField> definition =
                supergraph.findFieldedType(type).flatMap(known -> known.findField(field));
        definition.ifPresent(found -> {
            add(rules, found.traits().access());
            add(rules, found.type().name());
        });
    }

    private void add(Set<AccessRule> rules, String type) {
        supergraph.findType(type).ifPresent(found -> add(rules, found.traits().access()));
    }

    private static void add(Set<AccessRule> rules, AccessRule rule) {
        if (!rule.isNone()) {
            rules.add(rule);
        }
    }
}
