package org.khabar.gateway.supergraph.rules;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/**
 * Checks a selection that yields the value of an argument from objects that set a context: one field, down to a leaf,
 * or one field for each of some object types. Objects of other types then yield null.
 */
final class ContextSelection {
    private final SubgraphSchema subgraph;
    private final TypeRef wanted;

    /** A check of selections for arguments of a type. */
    ContextSelection(SubgraphSchema subgraph, TypeRef wanted) {
        this.subgraph = subgraph;
        this.wanted = wanted;
    }

    /** What is wrong with a selection for types that set its context; empty when nothing is. */
    Optional<String> findProblem(List<String> setters, String selection) {
        SelectionSet selections;
        try {
            selections = FieldSet.parse(selection).selections();
        } catch (InvalidSyntaxException _) {
            return Optional.of("which is no selection");
        }
        if (isDecorated(selections)) {
            return Optional.of("which has an alias or a directive");
        }
        return setters.stream()
                .flatMap(setter -> problem(setter, selections).stream())
                .findFirst()
                .or(() -> unused(setters, selections));
    }

    private static boolean isDecorated(SelectionSet selections) {
        return selections.getSelections().stream().anyMatch(selection -> switch ((Selection<?>) selection) {
            case Field field ->
                field.getAlias() != null
                        || !field.getDirectives().isEmpty()
                        || field.getSelectionSet() != null && isDecorated(field.getSelectionSet());
            case InlineFragment fragment ->
                !fragment.getDirectives().isEmpty() || isDecorated(fragment.getSelectionSet());
            default -> false;
        });
    }

    private Optional<String> problem(String setter, SelectionSet selections) {
        boolean byType = selections.getSelections().stream().allMatch(InlineFragment.class::isInstance);
        int matching = 0;
        for (String object : subgraph.possibleTypes(setter).stream().sorted().toList()) {
            List<Field> fields = fields(object, selections);
            matching += fields.size();
            if (!byType || !fields.isEmpty()) {
                Optional<String> problem = problem(object, fields, byType);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return matching == 0 ? Optional.of("which selects nothing of " + setter) : Optional.empty();
    }

    private Optional<String> problem(String object, List<Field> fields, boolean byType) {
        Optional<TypeRef> yielded = fields.size() == 1 ? typeOf(object, fields.getFirst()) : Optional.empty();
        if (yielded.isEmpty()) {
            return Optional.of("which is not exactly one field of " + object);
        }
        TypeRef type = byType ? yielded.get().unwrapNonNull() : yielded.get();
        return fits(type, wanted)
                ? Optional.empty()
                : Optional.of("which is " + type + " on " + object + " and does not fit " + wanted);
    }

    /** The type of the leaf that a field leads to, in as many lists as there are on the way. */
    private Optional<TypeRef> typeOf(String object, Field field) {
        return subgraph.findField(object, field.getName())
                .filter(_ -> !subgraph.findFielded(object)
                        .filter(FieldedDecl::isInterfaceObject)
                        .isPresent())
                .flatMap(declared -> typeOf(declared, field.getSelectionSet()));
    }

    private Optional<TypeRef> typeOf(FieldDecl declared, @Nullable SelectionSet below) {
        if (below == null || !subgraph.isComposite(declared.type())) {
            return below == null && !subgraph.isComposite(declared.type())
                    ? Optional.of(declared.type())
                    : Optional.empty();
        }
        Set<TypeRef> types = new LinkedHashSet<>();
        for (String object : subgraph.possibleTypes(declared.type().name())) {
            List<Field> fields = fields(object, below);
            Optional<TypeRef> type = fields.size() == 1 ? typeOf(object, fields.getFirst()) : Optional.empty();
            if (type.isEmpty()) {
                return Optional.empty();
            }
            types.add(type.get());
        }
        return types.size() == 1
                ? types.stream().findFirst().map(type -> inLists(declared.type(), type))
                : Optional.empty();
    }

    private static TypeRef inLists(TypeRef around, TypeRef type) {
        return around.unwrapNonNull() instanceof TypeRef.ListOf(TypeRef item)
                ? new TypeRef.ListOf(inLists(item, type))
                : type;
    }

    private static boolean fits(TypeRef type, TypeRef wanted) {
        if (type instanceof TypeRef.NonNull(TypeRef inner)) {
            return fits(inner, wanted.unwrapNonNull());
        }
        return type instanceof TypeRef.ListOf(TypeRef item) && wanted instanceof TypeRef.ListOf(TypeRef wantedItem)
                ? fits(item, wantedItem)
                : type.equals(wanted);
    }

    private List<Field> fields(String object, SelectionSet selections) {
        return selections.getSelections().stream()
                .flatMap(selection -> switch ((Selection<?>) selection) {
                    case Field field -> List.of(field).stream();
                    case InlineFragment fragment
                    when applies(object, fragment) -> fields(object, fragment.getSelectionSet()).stream();
                    default -> List.<Field>of().stream();
                })
                .toList();
    }

    private boolean applies(String object, InlineFragment fragment) {
        return fragment.getTypeCondition() == null
                || subgraph.possibleTypes(fragment.getTypeCondition().getName()).contains(object);
    }

    /** A type condition that no object with the context can meet is a mistake. */
    private Optional<String> unused(List<String> setters, SelectionSet selections) {
        return selections.getSelections().stream()
                .filter(InlineFragment.class::isInstance)
                .map(InlineFragment.class::cast)
                .filter(fragment -> setters.stream()
                        .flatMap(setter -> subgraph.possibleTypes(setter).stream())
                        .noneMatch(object -> applies(object, fragment)))
                .map(fragment ->
                        "whose type condition " + fragment.getTypeCondition().getName() + " is never met")
                .findFirst();
    }
}
