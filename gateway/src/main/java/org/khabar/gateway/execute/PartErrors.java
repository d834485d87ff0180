package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.PendingPart.Fragment;
import org.khabar.gateway.execute.PendingPart.Rest;
import org.khabar.gateway.plan.Deferral;
import org.khabar.gateway.plan.OutputSelection;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.plan.StreamedList;

/** Hands the errors of fetches to the parts of an answer that they are in. */
final class PartErrors {
    private static final int FIRST = -1;

    private final Execution execution;
    private final Deferral deferral;
    private final ExecutionInput input;
    private final ExecutionLimits limits;
    private final ErrorCollector collector;
    private final Map<Integer, Integer> blocks = new HashMap<>();
    private final List<Known> waiting = new ArrayList<>();
    private int translated;

    PartErrors(Execution execution, Deferral deferral, ExecutionInput input, ExecutionLimits limits) {
        this.execution = execution;
        this.deferral = deferral;
        this.input = input;
        this.limits = limits;
        this.collector = new ErrorCollector(limits.maxErrors(), input.maxBytes());
        for (int i = 0; i < deferral.blocks().size(); i++) {
            for (int fetch : deferral.blocks().get(i).fetches()) {
                blocks.put(fetch, i);
            }
        }
    }

    /**
     * An error that no part had yet.
     *
     * @param block which fetches it is from; negative for those that come first
     */
    private record Known(ExecutionError error, int block) {}

    /** What the writer of a part is to tell of nulls. */
    ErrorCollector collector() {
        return collector;
    }

    /** Errors of the gateway itself come first. */
    void own(Collection<ExecutionError> errors) {
        note(FIRST, () -> errors.forEach(collector::add));
    }

    /** Takes in what went wrong with fetches since the last time. */
    void translate() {
        List<FetchProblem> fresh = List.copyOf(
                execution.problems().subList(translated, execution.problems().size()));
        translated += fresh.size();
        if (fresh.isEmpty()) {
            return;
        }
        TreeLocator locator =
                new TreeLocator(execution.root(), deferral.whole(), input::isTrue, limits.maxErrors(), fresh);
        ErrorTranslator translator =
                new ErrorTranslator(locator, new PathTranslator(input::isTrue), collector, limits.maxAnswerDepth());
        for (FetchProblem problem : fresh) {
            int block = blocks.getOrDefault(problem.fetch().id(), FIRST);
            note(block, () -> translator.translate(problem));
        }
    }

    private void note(int block, Runnable step) {
        int before = collector.size();
        step.run();
        since(before).forEach(error -> waiting.add(new Known(error, block)));
    }

    /** The errors that were added since there were so many. */
    List<ExecutionError> since(int before) {
        return collector.size() == before ? List.of() : collector.list().subList(before, collector.size());
    }

    /** Takes those that are in what comes first. */
    List<ExecutionError> takeFirst(OutputSelection output) {
        return take(
                known -> known.block == FIRST && (known.error.path() == null || isIn(output, known.error.path(), 0)));
    }

    /** Takes those that are in a later part. */
    List<ExecutionError> take(PendingPart part) {
        return switch (part) {
            case Fragment fragment -> take(known -> isIn(fragment, known));
            case Rest rest -> take(known -> isIn(rest, known));
        };
    }

    /** Takes those that are left. */
    List<ExecutionError> takeAll() {
        return take(_ -> true);
    }

    private List<ExecutionError> take(Predicate<Known> isMeant) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Known> taken = waiting.stream().filter(isMeant).toList();
        waiting.removeAll(taken);
        return taken.stream().map(Known::error).toList();
    }

    private boolean isIn(Fragment fragment, Known known) {
        List<Object> path = known.error.path();
        boolean isOwn = fragment.blocks().contains(known.block);
        if (path == null) {
            return isOwn;
        }
        int length = fragment.path().size();
        return startsWith(path, fragment.path())
                && (path.size() == length ? isOwn : isIn(fragment.output(), path, length));
    }

    private boolean isIn(Rest rest, Known known) {
        List<Object> path = known.error.path();
        int index = rest.path().size() - 1;
        return path != null
                && startsWith(path, rest.path().subList(0, index))
                && path.size() > index
                && path.get(index) instanceof Integer item
                && item >= rest.from()
                && isBelow(rest.field(), path, index + 1);
    }

    private static boolean startsWith(List<Object> path, List<Object> start) {
        return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
    }

    /** Whether a way leads only through what comes with the selection. */
    private boolean isIn(OutputSelection output, List<Object> path, int at) {
        if (at == path.size()) {
            return true;
        }
        return Stream.concat(output.byType().values().stream(), Stream.ofNullable(output.untyped()))
                .flatMap(List::stream)
                .filter(field -> Objects.equals(field.key().text(), path.get(at)) && field.isWanted(input::isTrue))
                .anyMatch(field -> isInField(field, path, at + 1));
    }

    private boolean isInField(OutputField field, List<Object> path, int at) {
        StreamedList stream = field.stream();
        boolean isLater = stream != null
                && at < path.size()
                && path.get(at) instanceof Integer item
                && item >= stream.initialCount(input.variables());
        return !isLater && isBelow(field, path, at);
    }

    private boolean isBelow(OutputField field, List<Object> path, int from) {
        int at = from;
        while (at < path.size() && path.get(at) instanceof Integer) {
            at++;
        }
        @Nullable OutputSelection selection = field.selection();
        return at == path.size() || selection != null && isIn(selection, path, at);
    }
}
