package org.khabar.gateway.differential;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named fragments of an operation that is being made. Only finished ones are here, so that none holds itself. */
final class FragmentPool {
    private final Domain domain;
    private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new LinkedHashMap<>();

    FragmentPool(Domain domain) {
        this.domain = domain;
    }

    /** All of them. */
    List<FragmentDefinition> list() {
        return List.copyOf(fragments.values());
    }

    /** Keeps a fragment, and tells its name. */
    String add(String condition, SelectionSet selections) {
        String name = "F" + (fragments.size() + 1);
        fragments.put(
                name,
                FragmentDefinition.newFragmentDefinition()
                        .name(name)
                        .typeCondition(TypeName.newTypeName(condition).build())
                        .selectionSet(selections)
                        .build());
        depths.put(name, depth(selections));
        return name;
    }

    private int depth(SelectionSet selections) {
        return selections.getSelections().stream().mapToInt(this::depth).max().orElse(0);
    }

    private int depth(Selection<?> selection) {
        return switch (selection) {
            case Field field -> field.getSelectionSet() == null ? 0 : 1 + depth(field.getSelectionSet());
            case InlineFragment inline -> depth(inline.getSelectionSet());
            case FragmentSpread spread -> depths.getOrDefault(spread.getName(), 0);
            default -> 0;
        };
    }

    /** The fragments on a type that can be used once more without making the answer too large. */
    List<String> listUsable(String condition, int depth, double objects, double maxObjects) {
        return fragments.values().stream()
                .filter(fragment -> fragment.getTypeCondition().getName().equals(condition))
                .map(FragmentDefinition::getName)
                .filter(name -> depths.getOrDefault(name, 0) <= depth)
                .filter(name -> objects * Math.pow(2.5, depths.getOrDefault(name, 0)) < maxObjects)
                .toList();
    }

    /** The types that a fragment inside a type can be on. */
    List<GraphQLCompositeType> listConditions(GraphQLCompositeType type) {
        Set<String> possible = domain.possibleTypes(type.getName());
        return domain.schema().getAllTypesAsList().stream()
                .filter(GraphQLCompositeType.class::isInstance)
                .map(GraphQLCompositeType.class::cast)
                .filter(other -> !Collections.disjoint(possible, domain.possibleTypes(other.getName())))
                .toList();
    }
}
