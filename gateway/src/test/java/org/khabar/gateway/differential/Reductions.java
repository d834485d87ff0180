package org.khabar.gateway.differential;

import graphql.language.Argument;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All the documents that are one step smaller than a document; not all of them are valid. */
final class Reductions {
    private final Document document;

    private Reductions(Document document) {
        this.document = document;
    }

    static Stream<Document> of(Document document) {
        return new Reductions(document).documents();
    }

    private Stream<Document> documents() {
        List<Definition> definitions = document.getDefinitions();
        return Stream.iterate(0, index -> index < definitions.size(), index -> index + 1)
                .flatMap(index -> definitions(definitions.get(index))
                        .map(smaller -> document.transform(
                                builder -> builder.definitions(replaced(definitions, index, smaller)))));
    }

    private Stream<Definition> definitions(Definition<?> definition) {
        return switch (definition) {
            case OperationDefinition operation ->
                selectionSets(operation.getSelectionSet())
                        .map(smaller -> operation.transform(builder -> builder.selectionSet(smaller)));
            case FragmentDefinition fragment ->
                selectionSets(fragment.getSelectionSet())
                        .map(smaller -> fragment.transform(builder -> builder.selectionSet(smaller)));
            default -> Stream.empty();
        };
    }

    private Stream<SelectionSet> selectionSets(SelectionSet selections) {
        List<Selection> all = selections.getSelections();
        Stream<List<Selection>> without = Stream.iterate(
                        0, index -> index < all.size() && all.size() > 1, index -> index + 1)
                .map(index -> without(all, index));
        Stream<List<Selection>> changed = Stream.iterate(0, index -> index < all.size(), index -> index + 1)
                .flatMap(index -> selections(all.get(index)).map(smaller -> spliced(all, index, smaller)));
        return Stream.concat(without, changed)
                .map(smaller -> SelectionSet.newSelectionSet(smaller).build());
    }

    /** What can stand in a selection's place. */
    private Stream<List<Selection>> selections(Selection<?> selection) {
        return switch (selection) {
            case Field field -> fields(field).map(List::of);
            case InlineFragment fragment -> inlineFragments(fragment);
            case FragmentSpread spread -> spreads(spread);
            default -> Stream.empty();
        };
    }

    private Stream<Selection> fields(Field field) {
        Stream<Field> plain =
                field.getAlias() == null ? Stream.empty() : Stream.of(field.transform(builder -> builder.alias(null)));
        Stream<Field> fewerDirectives = directives(field.getDirectives())
                .map(smaller -> field.transform(builder -> builder.directives(smaller)));
        Stream<Field> fewerArguments =
                arguments(field.getArguments()).map(smaller -> field.transform(builder -> builder.arguments(smaller)));
        SelectionSet selections = field.getSelectionSet();
        Stream<Field> fewerSelections = selections == null
                ? Stream.empty()
                : Stream.concat(Stream.of(typename()), selectionSets(selections))
                        .filter(smaller -> !smaller.toString().equals(selections.toString()))
                        .map(smaller -> field.transform(builder -> builder.selectionSet(smaller)));
        return Stream.of(fewerSelections, fewerDirectives, fewerArguments, plain)
                .flatMap(step -> step);
    }

    private static SelectionSet typename() {
        return SelectionSet.newSelectionSet()
                .selection(Field.newField("__typename").build())
                .build();
    }

    private Stream<List<Selection>> inlineFragments(InlineFragment fragment) {
        Stream<List<Selection>> opened =
                Stream.of(List.copyOf(fragment.getSelectionSet().getSelections()));
        Stream<Selection> fewerDirectives = directives(fragment.getDirectives())
                .map(smaller -> fragment.transform(builder -> builder.directives(smaller)));
        Stream<Selection> fewerSelections = selectionSets(fragment.getSelectionSet())
                .map(smaller -> fragment.transform(builder -> builder.selectionSet(smaller)));
        return Stream.concat(
                opened, Stream.concat(fewerSelections, fewerDirectives).map(List::of));
    }

    private Stream<List<Selection>> spreads(FragmentSpread spread) {
        Stream<Selection> inlined = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(fragment -> fragment.getName().equals(spread.getName()))
                .map(fragment -> InlineFragment.newInlineFragment()
                        .typeCondition(fragment.getTypeCondition())
                        .directives(spread.getDirectives())
                        .selectionSet(fragment.getSelectionSet())
                        .build());
        Stream<Selection> fewerDirectives = directives(spread.getDirectives())
                .map(smaller -> spread.transform(builder -> builder.directives(smaller)));
        return Stream.concat(inlined, fewerDirectives).map(List::of);
    }

    private static Stream<List<Directive>> directives(List<Directive> all) {
        return Stream.iterate(0, index -> index < all.size(), index -> index + 1)
                .map(index -> without(all, index));
    }

    private static Stream<List<Argument>> arguments(List<Argument> all) {
        return Stream.iterate(0, index -> index < all.size(), index -> index + 1)
                .map(index -> without(all, index));
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    private static <T> List<T> replaced(List<T> all, int index, T other) {
        List<T> changed = new ArrayList<>(all);
        changed.set(index, other);
        return changed;
    }

    private static <T> List<T> spliced(List<T> all, int index, List<T> others) {
        List<T> changed = without(all, index);
        changed.addAll(index, others);
        return changed;
    }
}
