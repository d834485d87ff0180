package org.khabar.gateway.supergraph.join;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InlineFragment;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.link.Arguments;

/** Finds which subgraphs of a v0.1 document have which types and fields. */
final class V01Membership {
    private final JoinDocument join;
    private final Map<String, TypeDefinition<?>> types = new LinkedHashMap<>();
    private final Map<String, Set<String>> graphs = new HashMap<>();
    private final Set<Place> keyFields = new HashSet<>();
    private final Set<Place> namedFields = new HashSet<>();

    private record Place(String graph, String type, String field) {}

    V01Membership(JoinDocument join) {
        this.join = join;
        join.types().forEach(type -> types.put(type.getName(), type));
        fieldedTypes().forEach(this::addFieldSets);
        join.graphs().keySet().forEach(this::addReachable);
        fieldedTypes().forEach(this::addDeclared);
    }

    private Stream<ImplementingTypeDefinition<?>> fieldedTypes() {
        return types.values().stream()
                .filter(ImplementingTypeDefinition.class::isInstance)
                .map(type -> (ImplementingTypeDefinition<?>) type);
    }

    /** The subgraphs, by their enum values, that have a type. */
    Set<String> graphsOf(String type) {
        return graphs.getOrDefault(type, Set.of());
    }

    /** Whether the element itself says that it is in a subgraph. */
    boolean declares(Object element, String graph) {
        return Stream.of("type", "field")
                .flatMap(name -> applied(element, name))
                .anyMatch(directive -> graph(directive).equals(graph));
    }

    /** Whether a subgraph resolves a field of a type that it has. */
    boolean resolves(ImplementingTypeDefinition<?> type, FieldDefinition field, String graph) {
        if (keyFields.contains(new Place(graph, type.getName(), field.getName()))) {
            return true;
        }
        List<String> resolving = applied(field, "field")
                .map(V01Membership::graph)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!resolving.isEmpty()) {
            return resolving.contains(graph);
        }
        List<String> owners = applied(type, "owner").map(V01Membership::graph).toList();
        return owners.isEmpty() || owners.contains(graph);
    }

    /** Whether a subgraph names a field of another in what it requires or provides. */
    boolean names(ImplementingTypeDefinition<?> type, FieldDefinition field, String graph) {
        return namedFields.contains(new Place(graph, type.getName(), field.getName()));
    }

    private Stream<Directive> applied(Object element, String specName) {
        return element instanceof DirectivesContainer<?> container
                ? container.getDirectives(join.directive(specName)).stream()
                : Stream.empty();
    }

    private static String graph(Directive directive) {
        return Arguments.findString(directive, "graph").orElse("");
    }

    private void addDeclared(ImplementingTypeDefinition<?> type) {
        applied(type, "type")
                .forEach(directive -> graphs.computeIfAbsent(type.getName(), _ -> new LinkedHashSet<>())
                        .add(graph(directive)));
    }

    private void addFieldSets(ImplementingTypeDefinition<?> type) {
        applied(type, "type")
                .forEach(directive -> Arguments.findString(directive, "key")
                        .ifPresent(key -> walk(graph(directive), type.getName(), key, keyFields)));
        for (FieldDefinition field : type.getFieldDefinitions()) {
            applied(field, "field").forEach(directive -> {
                Arguments.findString(directive, "requires")
                        .ifPresent(fields -> walk(graph(directive), type.getName(), fields, namedFields));
                String target = TypeRef.of(field.getType()).name();
                Arguments.findString(directive, "provides")
                        .ifPresent(fields -> walk(graph(directive), target, fields, namedFields));
            });
        }
    }

    private void walk(String graph, String type, String fields, Set<Place> target) {
        walk(graph, type, FieldSet.parse(fields).selections(), target);
    }

    private void walk(String graph, String type, SelectionSet selections, Set<Place> target) {
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> {
                    target.add(new Place(graph, type, field.getName()));
                    if (field.getSelectionSet() != null) {
                        walk(graph, fieldType(type, field.getName()), field.getSelectionSet(), target);
                    }
                }
                case InlineFragment fragment ->
                    walk(
                            graph,
                            fragment.getTypeCondition() == null
                                    ? type
                                    : fragment.getTypeCondition().getName(),
                            fragment.getSelectionSet(),
                            target);
                default -> {}
            }
        }
    }

    private String fieldType(String type, String field) {
        return types.get(type) instanceof ImplementingTypeDefinition<?> fielded
                ? fielded.getFieldDefinitions().stream()
                        .filter(candidate ->
                                ((FieldDefinition) candidate).getName().equals(field))
                        .map(candidate -> TypeRef.of(((FieldDefinition) candidate).getType())
                                .name())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private void addReachable(String graph) {
        Deque<String> open = new ArrayDeque<>(JoinReader.roots(join).values());
        fieldedTypes()
                .filter(type -> applied(type, "type")
                        .anyMatch(directive -> graph(directive).equals(graph)))
                .forEach(type -> open.add(type.getName()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            TypeDefinition<?> type = types.get(name);
            if (type == null || !seen.add(name)) {
                continue;
            }
            List<String> next = next(type, graph);
            if (!isEmptyRoot(type, graph)) {
                graphs.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(graph);
            }
            open.addAll(next);
        }
    }

    private boolean isEmptyRoot(TypeDefinition<?> type, String graph) {
        return JoinReader.roots(join).containsValue(type.getName())
                && type instanceof ImplementingTypeDefinition<?> root
                && root.getFieldDefinitions().stream()
                        .noneMatch(field -> resolves(root, (FieldDefinition) field, graph));
    }

    /** The types that a subgraph can come to from one that it has. */
    private List<String> next(TypeDefinition<?> type, String graph) {
        return switch (type) {
            case ImplementingTypeDefinition<?> fielded ->
                Stream.of(names(fielded.getImplements()), implementers(type.getName()), fieldTypes(fielded, graph))
                        .flatMap(names -> names)
                        .toList();
            case UnionTypeDefinition union -> names(union.getMemberTypes()).toList();
            case InputObjectTypeDefinition input ->
                inputTypes(input.getInputValueDefinitions()).toList();
            default -> List.of();
        };
    }

    private Stream<String> implementers(String iface) {
        return fieldedTypes()
                .filter(type -> names(type.getImplements()).anyMatch(iface::equals))
                .map(TypeDefinition::getName);
    }

    private Stream<String> fieldTypes(ImplementingTypeDefinition<?> type, String graph) {
        List<FieldDefinition> fields = type.getFieldDefinitions();
        return fields.stream()
                .filter(field -> resolves(type, field, graph) || names(type, field, graph))
                .flatMap(field -> Stream.concat(
                        Stream.of(TypeRef.of(field.getType()).name()), inputTypes(field.getInputValueDefinitions())));
    }

    private static Stream<String> inputTypes(Collection<InputValueDefinition> values) {
        return values.stream().map(value -> TypeRef.of(value.getType()).name());
    }

    @SuppressWarnings("rawtypes") // the parser's own lists are raw
    private static Stream<String> names(List<Type> types) {
        return types.stream().filter(Objects::nonNull).map(type -> ((TypeName) type).getName());
    }
}
