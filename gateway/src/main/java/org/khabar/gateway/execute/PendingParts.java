package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.khabar.gateway.execute.PendingPart.Fragment;
import org.khabar.gateway.execute.PendingPart.Rest;
import org.khabar.gateway.plan.Deferral;
import org.khabar.gateway.plan.OutputSelection;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.plan.StreamedList;
import org.khabar.gateway.supergraph.TypeRef;

/** What of an answer is left to be written, in the order in which it was come across. */
final class PendingParts {
    private final ExecutionInput input;
    private final int limit;
    private final List<PendingPart> waiting = new ArrayList<>();
    private final PathTree nulls = new PathTree();
    private boolean anyNulls;
    private int count;

    /**
     * None so far.
     *
     * @param limit how many there may be in one answer
     */
    PendingParts(ExecutionInput input, int limit) {
        this.input = input;
        this.limit = limit;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    List<PendingPart> waiting() {
        return waiting;
    }

    /** Takes those out that are ready. */
    List<PendingPart> take(Predicate<PendingPart> isReady) {
        List<PendingPart> ready = new ArrayList<>();
        waiting.removeIf(part -> isReady.test(part) && ready.add(part));
        return ready;
    }

    /** How many there are, to come back to; see {@link #takeBack}. */
    int mark() {
        return waiting.size();
    }

    /** Forgets those that were added since a mark: what they belong to was taken back. */
    void takeBack(int mark) {
        count -= waiting.size() - mark;
        waiting.subList(mark, waiting.size()).clear();
    }

    /** Adds the fragments of an object that come later. */
    void fragments(DataObject object, List<Deferral.Part> parts, ResponsePath path, Set<Integer> before) {
        for (Deferral.Part part : parts) {
            OutputSelection output = part.output();
            List<OutputField> fields = output.find(object.type);
            Set<Integer> blocks = part.blocks();
            if (!before.isEmpty()) {
                blocks = new HashSet<>(blocks);
                blocks.addAll(before);
            }
            if (fields != null && fields.stream().anyMatch(field -> field.isWanted(input::isTrue))) {
                add(new Fragment(part.label(), path.toList(), object, output, blocks));
            } else {
                fragments(object, output.parts(), path, blocks);
            }
        }
    }

    /** How many items of a list come now; the others are added to what comes later. */
    int items(DataList list, TypeRef item, OutputField field, ResponsePath path) {
        StreamedList stream = field.stream();
        int first = stream == null ? list.size() : stream.initialCount(input.variables());
        if (stream == null || first >= list.size()) {
            return list.size();
        }
        List<Object> to = new ArrayList<>(path.steps());
        to.add(first);
        add(new Rest(stream.label(), List.copyOf(to), list, first, item, field));
        return first;
    }

    private void add(PendingPart part) {
        if (++count > limit) {
            throw AnswerTooLargeException.tooManyParts(limit);
        }
        waiting.add(part);
    }

    /** Notes that something in a value was null that must not be, and that the value is null therefore. */
    void bubbled(ResponsePath path) {
        nulls.add(path.toList());
        anyNulls = true;
    }

    /** Whether a value came as null before, and what came with it in parts before is not to be contradicted. */
    boolean isNull(ResponsePath path) {
        return anyNulls && nulls.hasAtOrAbove(path.steps());
    }
}
