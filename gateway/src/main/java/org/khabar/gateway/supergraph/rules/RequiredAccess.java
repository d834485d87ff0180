package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.khabar.gateway.supergraph.AccessRule;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.ContextSetters;
import org.khabar.gateway.supergraph.FieldSource;
import org.khabar.gateway.supergraph.ObjectType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;

/**
 * A field that is made of protected fields ({@code @requires}, {@code @fromContext}) shows something of them. Whoever
 * may see it must be somebody who may see those.
 */
public final class RequiredAccess {
    private final Supergraph supergraph;
    private final ContextSetters setters;
    private final CompositionLog log;

    private RequiredAccess(Supergraph supergraph, CompositionLog log) {
        this.supergraph = supergraph;
        this.setters = ContextSetters.of(supergraph);
        this.log = log;
    }

    /** Checks a supergraph. */
    public static void check(Supergraph supergraph, CompositionLog log) {
        RequiredAccess access = new RequiredAccess(supergraph, log);
        supergraph.types().values().stream()
                .filter(ObjectType.class::isInstance)
                .map(ObjectType.class::cast)
                .forEach(type -> type.fields().values().forEach(field -> access.check(type, field)));
    }

    private void check(ObjectType type, SupergraphField field) {
        for (FieldSource source : field.sources().values()) {
            Set<String> open = new TreeSet<>();
            List<AccessRule> own = rules(type, field);
            if (source.requires() != null) {
                collect(type.name(), source.requires().selections(), own, open);
            }
            source.contextArguments()
                    .forEach(argument -> setters.types()
                            .getOrDefault(argument.context(), Set.of())
                            .forEach(setter ->
                                    collect(setter, argument.selection().selections(), own, open)));
            if (!open.isEmpty()) {
                report(type.name() + "." + field.name(), source.subgraph(), open);
            }
        }
    }

    private void report(String coordinate, String subgraph, Set<String> open) {
        log.error(
                MISSING_TRANSITIVE_AUTH_REQUIREMENTS,
                subgraph,
                coordinate,
                "Field " + coordinate + " of \"" + subgraph + "\" is made of " + String.join(", ", open)
                        + ", which not everybody may see who may see " + coordinate
                        + ": it needs their @authenticated, @requiresScopes or @policy, too.");
    }

    private void collect(String type, SelectionSet selections, List<AccessRule> own, Set<String> open) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                supergraph.possibleTypes(type).forEach(object -> collect(object, field, own, open));
            } else if (selection instanceof InlineFragment fragment) {
                String condition = fragment.getTypeCondition() == null
                        ? type
                        : fragment.getTypeCondition().getName();
                collect(condition, fragment.getSelectionSet(), own, open);
            }
        }
    }

    private void collect(String object, Field selected, List<AccessRule> own, Set<String> open) {
        Optional<SupergraphField> field =
                supergraph.findFieldedType(object).flatMap(type -> type.findField(selected.getName()));
        field.ifPresent(found -> {
            boolean implied = rules(supergraph.getType(object).traits().access(), found).stream()
                    .allMatch(rule -> implies(own, rule));
            if (!implied) {
                open.add(object + "." + found.name());
            }
            if (selected.getSelectionSet() != null) {
                collect(found.type().name(), selected.getSelectionSet(), own, open);
            }
        });
    }

    private List<AccessRule> rules(ObjectType type, SupergraphField field) {
        return rules(type.traits().access(), field);
    }

    /** All that must hold for a field. */
    private List<AccessRule> rules(AccessRule onType, SupergraphField field) {
        List<AccessRule> rules = new ArrayList<>(List.of(onType, field.traits().access()));
        supergraph
                .findType(field.type().name())
                .ifPresent(type -> rules.add(type.traits().access()));
        return rules;
    }

    private static boolean implies(List<AccessRule> own, AccessRule needed) {
        return (!needed.authenticated() || own.stream().anyMatch(AccessRule::authenticated))
                && impliesOne(own.stream().map(AccessRule::scopes).toList(), needed.scopes())
                && impliesOne(own.stream().map(AccessRule::policies).toList(), needed.policies());
    }

    /** Whether everybody who has one alternative of each of some conditions has one of those needed. */
    private static boolean impliesOne(List<List<Set<String>>> own, List<Set<String>> needed) {
        return needed.isEmpty() || combinations(own).stream().allMatch(held -> holds(held, needed));
    }

    private static boolean holds(Set<String> held, List<Set<String>> needed) {
        return needed.stream().anyMatch(held::containsAll);
    }

    private static List<Set<String>> combinations(List<List<Set<String>>> conditions) {
        List<Set<String>> combined = List.of(Set.of());
        for (List<Set<String>> condition : conditions) {
            List<Set<String>> more = new ArrayList<>();
            for (Set<String> known : combined) {
                condition.forEach(alternative -> {
                    Set<String> both = new TreeSet<>(known);
                    both.addAll(alternative);
                    more.add(both);
                });
            }
            combined = condition.isEmpty() ? combined : more;
        }
        return combined;
    }
}
