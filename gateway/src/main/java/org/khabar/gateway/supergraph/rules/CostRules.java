package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.COST_APPLIED_TO_INTERFACE_FIELD;
import static org.khabar.gateway.supergraph.CompositionCode.LIST_SIZE_APPLIED_TO_NON_LIST;
import static org.khabar.gateway.supergraph.CompositionCode.LIST_SIZE_INVALID_ASSUMED_SIZE;
import static org.khabar.gateway.supergraph.CompositionCode.LIST_SIZE_INVALID_SIZED_FIELD;
import static org.khabar.gateway.supergraph.CompositionCode.LIST_SIZE_INVALID_SLICING_ARGUMENT;

import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.CompositionCode;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.ListSize;
import org.khabar.gateway.supergraph.Traits;
import org.khabar.gateway.supergraph.link.TraitsReader;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** What is said of the cost of a field fits the field. */
final class CostRules implements SubgraphRule {

    @Override
    public void check(SubgraphSchema subgraph, CompositionLog log) {
        for (FieldedDecl type : subgraph.fieldedTypes()) {
            for (FieldDecl field : type.fields().values()) {
                Traits traits = TraitsReader.read(field.annotations());
                Report report = new Report(subgraph, type.name() + "." + field.name(), log);
                if (type.isInterface() && traits.cost() != null) {
                    report.add(COST_APPLIED_TO_INTERFACE_FIELD, "has a @cost, but only fields of objects cost");
                }
                ListSize size = traits.listSize();
                if (size != null) {
                    check(subgraph, field, size, report);
                }
            }
        }
    }

    private static void check(SubgraphSchema subgraph, FieldDecl field, ListSize size, Report report) {
        Integer assumed = size.assumedSize();
        if (assumed != null && assumed < 0) {
            report.add(LIST_SIZE_INVALID_ASSUMED_SIZE, "has a negative assumed size");
        }
        if (size.sizedFields().isEmpty() && !field.type().isList()) {
            report.add(LIST_SIZE_APPLIED_TO_NON_LIST, "has @listSize, but " + field.type() + " is no list");
        }
        size.slicingArguments().stream()
                .filter(argument -> !isInteger(field.arguments().get(argument)))
                .forEach(argument -> report.add(
                        LIST_SIZE_INVALID_SLICING_ARGUMENT,
                        "has the slicing argument " + argument + ", which is no integer argument of it"));
        size.sizedFields().stream()
                .forEach(sized -> subgraph.findField(field.type().name(), sized)
                        .ifPresentOrElse(
                                declared -> checkSized(declared, report),
                                () -> report.add(
                                        LIST_SIZE_INVALID_SIZED_FIELD,
                                        "has the sized field " + sized + ", which "
                                                + field.type().name() + " does not have")));
    }

    private static void checkSized(FieldDecl sized, Report report) {
        if (!sized.type().isList()) {
            report.add(
                    LIST_SIZE_APPLIED_TO_NON_LIST,
                    "has the sized field " + sized.name() + ", but " + sized.type() + " is no list");
        }
    }

    private static boolean isInteger(@Nullable InputValueDecl argument) {
        return argument != null && argument.type().unwrapNonNull().toString().equals("Int");
    }

    private record Report(SubgraphSchema subgraph, String coordinate, CompositionLog log) {
        void add(CompositionCode code, String what) {
            log.error(
                    code,
                    subgraph.name(),
                    coordinate,
                    "Field " + coordinate + " of \"" + subgraph.name() + "\" " + what + ".");
        }
    }
}
