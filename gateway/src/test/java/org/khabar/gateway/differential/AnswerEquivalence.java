package org.khabar.gateway.differential;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a gateway's answer is as good as one server's.
 *
 * <ol>
 *   <li>The data is the same to the letter, fields in the same order.
 *   <li>An error whose path is all there in the data (the field is null because of it, or has its value all the same)
 *       is in both answers, as often. But a field that several subgraphs were asked for may fail in each of them.
 *   <li>Errors of fields that a null above them swallowed: the specification lets a server give up the siblings of
 *       such a field, and a gateway never asks other subgraphs about an object that is gone. So the gateway may have
 *       fewer of them, but none that the one server has not, and for each null that swallowed errors at least one.
 *       Nulls in non-null places are no evidence there: of several in one object, either may report whichever it saw.
 *       Nor are any errors there when a subgraph knows interfaces as objects: it answers for objects of all types, and
 *       of those that are gone nobody can tell the type.
 *   <li>When a failed root field of a mutation makes all data null, a server need not run the root fields after it; so
 *       errors under root fields where the one server has none do not count.
 * </ol>
 *
 * The order of errors is free. Messages of nulls in non-null places are all the same.
 */
final class AnswerEquivalence {
    private final Answer expected;
    private final Answer actual;
    private final boolean serial;
    private final boolean typesMayBeUnknown;

    private AnswerEquivalence(Answer expected, Answer actual, boolean serial, boolean typesMayBeUnknown) {
        this.expected = expected;
        this.actual = actual;
        this.serial = serial;
        this.typesMayBeUnknown = typesMayBeUnknown;
    }

    /**
     * What is wrong with {@code actual}, if anything is.
     *
     * @param serial whether the answers are to a mutation
     * @param typesMayBeUnknown whether there are interface objects
     */
    static Optional<String> difference(Answer expected, Answer actual, boolean serial, boolean typesMayBeUnknown) {
        return new AnswerEquivalence(expected, actual, serial, typesMayBeUnknown).find();
    }

    private Optional<String> find() {
        if (!expected.dataText().equals(actual.dataText())) {
            return Optional.of("data differs");
        }
        return visibleErrors().or(this::swallowedErrors);
    }

    private Optional<String> visibleErrors() {
        List<AnswerError> missing = new ArrayList<>(visible(expected));
        List<AnswerError> surplus = new ArrayList<>();
        for (AnswerError error : visible(actual)) {
            if (!missing.remove(error)) {
                surplus.add(error);
            }
        }
        if (missing.isEmpty() && surplus.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("errors differ; missing " + missing + ", surplus " + surplus);
    }

    private Optional<String> swallowedErrors() {
        List<AnswerError> surplus = new ArrayList<>(
                actual.errors().stream().map(AnswerError::anonymous).toList());
        surplus.removeAll(expected.errors());
        surplus.removeIf(error -> error.message().equals(AnswerError.NULL_VIOLATION) || isGivenUp(error));
        if (!surplus.isEmpty() && !typesMayBeUnknown) {
            return Optional.of("errors under a null that the monolith does not have: " + surplus);
        }
        Set<String> unexplained = new TreeSet<>(swallowers(expected));
        unexplained.removeAll(swallowers(actual));
        return unexplained.isEmpty() ? Optional.empty() : Optional.of("no error explains the null at " + unexplained);
    }

    private boolean isGivenUp(AnswerError error) {
        return serial
                && !expected.data().isContainerNode()
                && expected.errors().stream().noneMatch(other -> isSameRoot(other, error));
    }

    private static boolean isSameRoot(AnswerError one, AnswerError other) {
        return !one.path().isEmpty()
                && !other.path().isEmpty()
                && one.path().getFirst().equals(other.path().getFirst());
    }

    private List<AnswerError> visible(Answer answer) {
        return answer.errors().stream()
                .collect(Collectors.groupingBy(AnswerError::anonymous, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(AnswerEquivalence::perService)
                .filter(error -> present(error.path()) == error.path().size())
                .toList();
    }

    /** Of errors that differ in their service alone, those of one service. */
    private static Stream<AnswerError> perService(List<AnswerError> same) {
        String first = same.getFirst().service();
        return same.stream().filter(error -> error.service().equals(first)).map(AnswerError::anonymous);
    }

    private Set<String> swallowers(Answer answer) {
        Set<String> nulls = new HashSet<>();
        for (AnswerError error : answer.errors()) {
            int present = present(error.path());
            if (present < error.path().size()) {
                nulls.add("/" + String.join("/", error.path().subList(0, present)));
            }
        }
        return nulls;
    }

    /** How many steps of the path there are in the data. */
    private int present(List<String> path) {
        JsonNode at = expected.data();
        for (int i = 0; i < path.size(); i++) {
            at = at.isArray() ? at.path(Integer.parseInt(path.get(i))) : at.path(path.get(i));
            if (at.isMissingNode()) {
                return i;
            }
        }
        return path.size();
    }
}
