package org.khabar.gateway.plan;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the selections of a fetch, in one line to send or laid out to read. */
final class SelectionPrinter {
    private static final List<PassedDirectives> NO_DIRECTIVES = List.of(PassedDirectives.NONE);

    private final boolean pretty;
    private final StringBuilder text = new StringBuilder();
    /** Where variables from contexts end. */
    private final List<Integer> cuts = new ArrayList<>();

    private final int maxFields;
    private int fields;
    private int indent;

    private SelectionPrinter(boolean pretty, int maxFields) {
        this.pretty = pretty;
        this.maxFields = maxFields;
    }

    /**
     * Writes a selection set with its braces.
     *
     * @param known what is known to hold when the fetch is run
     * @param maxFields bound on the fields written: what is below a field stands under each of the field's conditions
     */
    static String print(FetchSelection selection, Condition known, boolean pretty, int maxFields) {
        SelectionPrinter printer = new SelectionPrinter(pretty, maxFields);
        printer.braces(selection, Set.of(), known);
        return printer.text.toString();
    }

    /** The same in one line, cut behind each variable that is filled from a context. */
    static List<String> cut(FetchSelection selection, Condition known, int maxFields) {
        SelectionPrinter printer = new SelectionPrinter(false, maxFields);
        printer.braces(selection, Set.of(), known);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int cut : printer.cuts) {
            pieces.add(printer.text.substring(start, cut));
            start = cut;
        }
        pieces.add(printer.text.substring(start));
        return pieces;
    }

    private void braces(FetchSelection selection, Set<String> outer, Condition known) {
        text.append('{');
        indent++;
        int before = text.length();
        contents(selection, outer, known);
        if (text.length() == before) {
            item("__typename");
        }
        indent--;
        newLine();
        text.append('}');
    }

    private void contents(FetchSelection selection, Set<String> outer, Condition known) {
        selection.fields.values().stream()
                .filter(entry -> brings(entry, outer))
                .forEach(entry -> mentions(entry, known));
        Set<String> selected = unconditionalLeaves(selection);
        selected.addAll(outer);
        for (Map.Entry<String, FetchSelection> fragment : selection.fragments.entrySet()) {
            if (brings(fragment.getValue(), selected)) {
                item("... on " + fragment.getKey() + space());
                braces(fragment.getValue(), selected, known);
            }
        }
    }

    private static boolean brings(FetchSelection.Entry entry, Set<String> known) {
        return !known.contains(entry.field().dataKey())
                || !entry.field().directives().isEmpty();
    }

    private static boolean brings(FetchSelection selection, Set<String> known) {
        return selection.fields.values().stream().anyMatch(entry -> brings(entry, known))
                || selection.fragments.values().stream().anyMatch(fragment -> brings(fragment, known));
    }

    private static Set<String> unconditionalLeaves(FetchSelection selection) {
        return selection.fields.values().stream()
                .filter(entry ->
                        entry.selection() == null && entry.field().condition().isAlways())
                .map(entry -> entry.field().dataKey())
                .collect(Collectors.toSet());
    }

    /** Directives of two mentions may not be allowed at one place, so each gets a mention in the fetch. */
    private void mentions(FetchSelection.Entry entry, Condition known) {
        List<PassedDirectives> directives = entry.field().directives();
        (directives.isEmpty() ? NO_DIRECTIVES : directives).forEach(passed -> conditional(entry, passed, known));
    }

    private void conditional(FetchSelection.Entry entry, PassedDirectives passed, Condition known) {
        Condition condition = entry.field().condition().within(known);
        if (condition.isAlways()) {
            field(entry, passed, List.of(), known);
            return;
        }
        for (Guard guard : condition.guards()) {
            guarded(entry, passed, new ArrayList<>(guard.wanted().entrySet()), known);
        }
    }

    /** A directive may be used once at a place, so every condition but the last gets a fragment around it. */
    private void guarded(
            FetchSelection.Entry entry,
            PassedDirectives passed,
            List<Map.Entry<String, Boolean>> wanted,
            Condition known) {
        if (wanted.size() == 1) {
            field(entry, passed, wanted, known);
            return;
        }
        item("... " + directive(wanted.getFirst()) + space() + "{");
        indent++;
        guarded(entry, passed, wanted.subList(1, wanted.size()), known);
        indent--;
        newLine();
        text.append('}');
    }

    private void field(
            FetchSelection.Entry entry,
            PassedDirectives passed,
            List<Map.Entry<String, Boolean>> wanted,
            Condition known) {
        if (++fields > maxFields) {
            throw PlanningException.tooLarge(maxFields);
        }
        PlanField field = entry.field();
        String alias = field.dataKey().equals(field.name) ? "" : field.dataKey() + ":" + space();
        item(alias + field.name);
        arguments(entry);
        text.append(passed.text());
        wanted.forEach(variable -> text.append(' ').append(directive(variable)));
        FetchSelection selection = entry.selection();
        if (selection != null) {
            text.append(space());
            Condition own = field.condition();
            braces(selection, Set.of(), own.guards().size() == 1 && !own.isAlways() ? own : known);
        }
    }

    private void arguments(FetchSelection.Entry entry) {
        String separator = "(";
        for (Argument argument : entry.field().arguments) {
            text.append(separator).append(AstPrinter.printAstCompact(argument));
            separator = ", ";
        }
        for (FetchSelection.Taken taken : entry.taken()) {
            text.append(separator).append(taken.name()).append(":$").append(taken.variable());
            cuts.add(text.length());
            separator = ", ";
        }
        if (separator.equals(", ")) {
            text.append(')');
        }
    }

    private static String directive(Map.Entry<String, Boolean> variable) {
        return (variable.getValue() ? "@include" : "@skip") + "(if: $" + variable.getKey() + ")";
    }

    private void item(String start) {
        if (pretty) {
            newLine();
        } else if (text.charAt(text.length() - 1) != '{' && text.charAt(text.length() - 1) != '}') {
            text.append(' ');
        }
        text.append(start);
    }

    private void newLine() {
        if (pretty) {
            text.append('\n').append("  ".repeat(indent));
        }
    }

    private String space() {
        return pretty ? " " : "";
    }
}
