package org.khabar.gateway.plan;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.AccessRule;
import org.khabar.gateway.supergraph.ContextArgument;
import org.khabar.gateway.supergraph.EntityKey;
import org.khabar.gateway.supergraph.FieldOverride;
import org.khabar.gateway.supergraph.FieldSource;
import org.khabar.gateway.supergraph.FieldedType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;

/**
 * Finds what may make a difference to an operation's plan: the access rules on what it selects, and the labels on what
 * it selects and on what a plan may fetch for that, through keys, {@code @requires} and contexts.
 */
final class FactorFinder {
    private final Supergraph supergraph;
    private final Types types;
    private final AccessRules rules;
    private final boolean labelled;

    FactorFinder(Supergraph supergraph, Types types, AccessRules rules) {
        this.supergraph = supergraph;
        this.types = types;
        this.rules = rules;
        this.labelled = supergraph.types().values().stream()
                .filter(FieldedType.class::isInstance)
                .flatMap(type -> ((FieldedType) type).fields().values().stream())
                .flatMap(FactorFinder::labels)
                .findAny()
                .isPresent();
    }

    PlanFactors find(ClientSelection selection, DeliveryFactors delivery) {
        Walk walk = new Walk();
        walk.visit(selection);
        return new PlanFactors(walk.found, walk.labels, delivery);
    }

    private static Stream<String> labels(SupergraphField field) {
        return field.sources().values().stream().map(FieldSource::override).flatMap(FactorFinder::label);
    }

    private static Stream<String> label(@Nullable FieldOverride override) {
        return override == null ? Stream.empty() : Stream.ofNullable(override.label());
    }

    /** A walk over one operation. */
    private final class Walk {
        private final Set<AccessRule> found = new LinkedHashSet<>();
        private final Set<String> labels = new LinkedHashSet<>();
        private final Set<String> entered = new HashSet<>();
        private final Set<String> fetched = new HashSet<>();

        void visit(ClientSelection selection) {
            enter(selection.type);
            for (ClientField field : selection.fields()) {
                for (String object : types.possibleTypes(field.onType)) {
                    found.addAll(rules.of(field, object));
                }
                fetch(field.onType, field.name);
                if (field.selection != null) {
                    visit(field.selection);
                }
            }
        }

        /** Objects of the type may have to be identified, by any of its keys. */
        private void enter(String type) {
            if (!labelled || !entered.add(type)) {
                return;
            }
            types.possibleTypes(type).forEach(this::enter);
            supergraph.findFieldedType(type).ifPresent(known -> {
                known.interfaces().forEach(this::enter);
                known.sources()
                        .values()
                        .forEach(source -> source.keys().stream()
                                .map(EntityKey::fields)
                                .forEach(key -> fetch(type, key.selections())));
            });
        }

        private void fetch(String type, SelectionSet selections) {
            for (Selection<?> selection : selections.getSelections()) {
                if (selection instanceof Field field) {
                    fetch(type, field);
                } else if (selection instanceof InlineFragment fragment) {
                    boolean narrowed = fragment.getTypeCondition() != null;
                    fetch(narrowed ? fragment.getTypeCondition().getName() : type, fragment.getSelectionSet());
                }
            }
        }

        private void fetch(String type, Field field) {
            fetch(type, field.getName());
            if (field.getSelectionSet() != null) {
                supergraph
                        .findFieldedType(type)
                        .flatMap(known -> known.findField(field.getName()))
                        .ifPresent(known -> {
                            enter(known.type().name());
                            fetch(known.type().name(), field.getSelectionSet());
                        });
            }
        }

        private void fetch(String type, String name) {
            if (!labelled || !fetched.add(type + "." + name)) {
                return;
            }
            types.possibleTypes(type).forEach(object -> fetch(object, name));
            supergraph
                    .findFieldedType(type)
                    .flatMap(known -> known.findField(name))
                    .ifPresent(known -> {
                        FactorFinder.labels(known).forEach(labels::add);
                        known.sources().values().forEach(source -> inputs(type, source));
                    });
        }

        private void inputs(String type, FieldSource source) {
            if (source.requires() != null) {
                fetch(type, source.requires().selections());
            }
            source.contextArguments().forEach(this::context);
        }

        private void context(ContextArgument argument) {
            supergraph.types().values().stream()
                    .filter(FieldedType.class::isInstance)
                    .map(FieldedType.class::cast)
                    .filter(type -> sets(type, argument.context()))
                    .forEach(type -> fetch(type.name(), argument.selection().selections()));
        }

        private static boolean sets(FieldedType type, String context) {
            return type.sources().values().stream()
                    .anyMatch(source -> source.contexts().contains(context));
        }
    }
}
