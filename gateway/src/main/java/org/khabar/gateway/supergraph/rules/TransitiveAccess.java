package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.AccessRule;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.ContextArgument;
import org.khabar.gateway.supergraph.ContextSetters;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.FieldSource;
import org.khabar.gateway.supergraph.FieldedType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;

/**
 * A field that is computed from others, by {@code @requires} or {@code @fromContext}, is not more open than they are:
 * the gateway fetches them with rights of its own, and clients could read them through it.
 */
public final class TransitiveAccess {
    private final Supergraph supergraph;
    private final ContextSetters setters;
    private final CompositionLog log;

    private TransitiveAccess(Supergraph supergraph, CompositionLog log) {
        this.supergraph = supergraph;
        this.setters = ContextSetters.of(supergraph);
        this.log = log;
    }

    /** Checks all fields of a supergraph. */
    public static void check(Supergraph supergraph, CompositionLog log) {
        TransitiveAccess rule = new TransitiveAccess(supergraph, log);
        supergraph.types().values().stream()
                .filter(FieldedType.class::isInstance)
                .map(FieldedType.class::cast)
                .forEach(type -> type.fields().values().forEach(field -> rule.check(type, field)));
    }

    private void check(FieldedType type, SupergraphField field) {
        Set<String> readers = new LinkedHashSet<>();
        for (FieldSource source : field.sources().values()) {
            List<AccessRule> own =
                    List.of(type.traits().access(), field.traits().access());
            read(type.name(), source).filter(rule -> !implies(own, rule)).forEach(_ -> readers.add(source.subgraph()));
        }
        if (!readers.isEmpty()) {
            String coordinate = type.name() + "." + field.name();
            log.error(
                    MISSING_TRANSITIVE_AUTH_REQUIREMENTS,
                    List.copyOf(readers),
                    coordinate,
                    "Field " + coordinate + " is computed from fields that not everybody may read, and lacks the"
                            + " @authenticated, @requiresScopes or @policy that they have.");
        }
    }

    /** The rules on what a subgraph reads for a field. */
    private Stream<AccessRule> read(String type, FieldSource source) {
        FieldSet requires = source.requires();
        Stream<AccessRule> required = requires == null ? Stream.empty() : selected(type, requires.selections());
        return Stream.concat(required, source.contextArguments().stream().flatMap(this::taken));
    }

    private Stream<AccessRule> taken(ContextArgument argument) {
        return setters.types().getOrDefault(argument.context(), Set.of()).stream()
                .flatMap(setter -> Stream.concat(
                        Stream.of(supergraph.getType(setter).traits().access()),
                        selected(setter, argument.selection().selections())));
    }

    private Stream<AccessRule> selected(String type, SelectionSet selections) {
        return selections.getSelections().stream().flatMap(selection -> selected(type, (Selection<?>) selection));
    }

    private Stream<AccessRule> selected(String type, Selection<?> selection) {
        return switch (selection) {
            case InlineFragment fragment -> {
                String onType = fragment.getTypeCondition() == null
                        ? type
                        : fragment.getTypeCondition().getName();
                yield Stream.concat(access(onType), selected(onType, fragment.getSelectionSet()));
            }
            case Field field ->
                supergraph.findFieldedType(type).flatMap(fielded -> fielded.findField(field.getName())).stream()
                        .flatMap(declared -> selected(declared, field.getSelectionSet()));
            default -> Stream.empty();
        };
    }

    private Stream<AccessRule> selected(SupergraphField declared, @Nullable SelectionSet below) {
        String type = declared.type().name();
        return Stream.of(
                        Stream.of(declared.traits().access()),
                        access(type),
                        below == null ? Stream.<AccessRule>empty() : selected(type, below))
                .flatMap(rules -> rules);
    }

    private Stream<AccessRule> access(String type) {
        return supergraph.findType(type).stream().map(found -> found.traits().access());
    }

    /** Whether who satisfies all of some rules satisfies another. */
    private static boolean implies(List<AccessRule> own, AccessRule other) {
        return (!other.authenticated() || own.stream().anyMatch(AccessRule::authenticated))
                && implies(own.stream().map(AccessRule::scopes).toList(), other.scopes())
                && implies(own.stream().map(AccessRule::policies).toList(), other.policies());
    }

    private static boolean implies(List<List<Set<String>>> own, List<Set<String>> other) {
        return other.isEmpty()
                || all(own).stream().allMatch(held -> other.stream().anyMatch(held::containsAll));
    }

    /** What is held by who satisfies one alternative of each. */
    private static Set<Set<String>> all(List<List<Set<String>>> rules) {
        Set<Set<String>> held = Set.of(Set.of());
        for (List<Set<String>> alternatives : rules) {
            Set<Set<String>> more = new LinkedHashSet<>();
            for (Set<String> sofar : held) {
                for (Set<String> alternative : alternatives.isEmpty() ? List.of(Set.<String>of()) : alternatives) {
                    Set<String> both = new HashSet<>(sofar);
                    both.addAll(alternative);
                    more.add(both);
                }
            }
            held = more;
        }
        return held;
    }
}
