package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.IMPLEMENTED_BY_INACCESSIBLE;
import static org.khabar.gateway.supergraph.CompositionCode.ONLY_INACCESSIBLE_CHILDREN;
import static org.khabar.gateway.supergraph.CompositionCode.QUERY_ROOT_TYPE_INACCESSIBLE;
import static org.khabar.gateway.supergraph.CompositionCode.REFERENCED_INACCESSIBLE;
import static org.khabar.gateway.supergraph.CompositionCode.REQUIRED_INACCESSIBLE;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.TypeDefinition;
import java.util.List;
import org.khabar.gateway.supergraph.CompositionCode;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** What clients see must stand without what they do not see. */
final class InaccessibleRules implements SupergraphRule {

    @Override
    public void check(MergedSchema merged, CompositionLog log) {
        new Check(merged, new Visibility(merged), log).run();
    }

    private record Check(MergedSchema merged, Visibility visibility, CompositionLog log) {

        void run() {
            if (visibility.isHiddenType("Query")) {
                report(QUERY_ROOT_TYPE_INACCESSIBLE, "Query", "The query type is @inaccessible.");
            }
            for (TypeDefinition<?> type : visibility.visibleTypes()) {
                check(type);
            }
        }

        private void check(TypeDefinition<?> type) {
            if (!visibility.hasVisibleChild(type)) {
                String what = "Type " + type.getName() + " is visible, but everything in it is @inaccessible.";
                report(ONLY_INACCESSIBLE_CHILDREN, type.getName(), what);
                return;
            }
            switch (type) {
                case ImplementingTypeDefinition<?> fielded ->
                    MergedSchema.fields(fielded).forEach(field -> check(fielded, field));
                case InputObjectTypeDefinition input ->
                    input.getInputValueDefinitions()
                            .forEach(field -> checkInput(input.getName() + "." + field.getName(), field));
                default -> {}
            }
        }

        private void check(ImplementingTypeDefinition<?> type, FieldDefinition field) {
            String coordinate = type.getName() + "." + field.getName();
            if (Visibility.isHidden(field)) {
                visibility
                        .implementedFields(type, field)
                        .forEach(implemented -> report(
                                IMPLEMENTED_BY_INACCESSIBLE,
                                coordinate,
                                coordinate + " is @inaccessible, but implements the visible " + implemented.coordinate()
                                        + "."));
                return;
            }
            checkReference(coordinate, TypeRef.of(field.getType()));
            for (InputValueDefinition argument : field.getInputValueDefinitions()) {
                checkInput(coordinate + "(" + argument.getName() + ":)", argument);
                visibility
                        .implementedFields(type, field)
                        .forEach(implemented -> checkImplementation(coordinate, argument, implemented));
            }
        }

        private void checkImplementation(
                String field, InputValueDefinition argument, Visibility.ImplementedField implemented) {
            String coordinate = field + "(" + argument.getName() + ":)";
            implemented.argument(argument.getName()).ifPresent(declared -> {
                boolean hidden = Visibility.isHidden(argument);
                boolean hiddenInInterface = Visibility.isHidden(declared);
                if (hidden && !hiddenInInterface) {
                    String what = coordinate + " is @inaccessible, but visible in " + implemented.coordinate() + ".";
                    report(IMPLEMENTED_BY_INACCESSIBLE, coordinate, what);
                } else if (!hidden && hiddenInInterface && Visibility.isRequired(argument)) {
                    String what =
                            coordinate + " must be given, but is @inaccessible in " + implemented.coordinate() + ".";
                    report(REQUIRED_INACCESSIBLE, coordinate, what);
                }
            });
        }

        private void checkInput(String coordinate, InputValueDefinition value) {
            if (!Visibility.isHidden(value)) {
                checkReference(coordinate, TypeRef.of(value.getType()));
            } else if (Visibility.isRequired(value)) {
                String what = coordinate + " is @inaccessible, but must be given.";
                report(REQUIRED_INACCESSIBLE, coordinate, what);
            }
        }

        private void checkReference(String coordinate, TypeRef type) {
            if (visibility.isHiddenType(type.name())) {
                String what = coordinate + " is visible, but its type " + type.name() + " is @inaccessible.";
                report(REFERENCED_INACCESSIBLE, coordinate, what);
            }
        }

        private void report(CompositionCode code, String coordinate, String what) {
            String type = coordinate.replaceAll("[.(].*", "");
            List<String> subgraphs = merged.subgraphsWith(
                    (SubgraphSchema subgraph) -> subgraph.findType(type).isPresent());
            log.error(code, subgraphs, coordinate, what);
        }
    }
}
