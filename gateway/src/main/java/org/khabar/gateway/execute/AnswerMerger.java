package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.PreparedFetch.Part;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonScanner;

/** Puts a subgraph's answer where it belongs: data into the tree, errors to the problems of the fetches. */
final class AnswerMerger {
    private final Answers answers;
    private final ExecutionLimits limits;
    private final List<FetchProblem> problems;

    /** A merger that adds what went wrong to {@code problems}. */
    AnswerMerger(Answers answers, ExecutionLimits limits, List<FetchProblem> problems) {
        this.answers = answers;
        this.limits = limits;
        this.problems = problems;
    }

    /**
     * Merges an answer.
     *
     * @throws org.khabar.gateway.json.JsonSyntaxException when it is no JSON, or not what was asked for
     * @throws IllegalArgumentException when it cannot be used otherwise; nothing of it is in the tree then
     */
    void merge(PreparedFetch prepared, byte[] answer) {
        List<Part> parts = prepared.parts();
        if (parts.getFirst().fetch().isEntityFetch()) {
            entities(parts, answer);
        } else {
            root(parts.getFirst(), answer);
        }
    }

    private void root(Part part, byte[] answer) {
        AnswerEnvelope envelope = AnswerEnvelope.of(answer, limits.maxAnswerDepth(), List.of());
        report(part, reported(answer, envelope.errors()), envelope.data() < 0);
        if (envelope.data() >= 0) {
            parser(part, answer, envelope.data(), answers.add(answer))
                    .object(part.targets().getFirst());
        }
    }

    private void entities(List<Part> parts, byte[] answer) {
        AnswerEnvelope envelope = AnswerEnvelope.of(
                answer, limits.maxAnswerDepth(), parts.stream().map(Part::field).toList());
        checkCounts(parts, envelope);
        List<Map<String, @Nullable Object>> reported = reported(answer, envelope.errors());
        int number = answers.add(answer);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean isMissing = envelope.entities(i) < 0;
            report(part, own(parts, part, reported, isMissing), isMissing);
            if (!isMissing) {
                parser(part, answer, envelope.entities(i), number).entities(part.targets());
            }
        }
    }

    /** With one too many or too few nobody can tell whose the others are. */
    private static void checkCounts(List<Part> parts, AnswerEnvelope envelope) {
        for (int i = 0; i < parts.size(); i++) {
            int wanted = parts.get(i).targets().size();
            if (envelope.entities(i) >= 0 && envelope.count(i) != wanted) {
                throw new IllegalArgumentException(
                        "It answered for " + envelope.count(i) + " of " + wanted + " entities");
            }
        }
    }

    private AnswerParser parser(Part part, byte[] answer, int start, int number) {
        return new AnswerParser(
                new JsonScanner(answer, start, answer.length, limits.maxAnswerDepth()), number, part.fetch());
    }

    /** The errors in a part; those that do not say where they are belong to parts without data, or to the first. */
    private static List<Map<String, @Nullable Object>> own(
            List<Part> parts, Part part, List<Map<String, @Nullable Object>> reported, boolean isMissing) {
        boolean takesOthers = isMissing || part == parts.getFirst();
        return reported.stream()
                .filter(error ->
                        part.isAt(error) || takesOthers && parts.stream().noneMatch(other -> other.isAt(error)))
                .toList();
    }

    private void report(Part part, List<Map<String, @Nullable Object>> errors, boolean isMissing) {
        if (!errors.isEmpty()) {
            problems.add(new FetchProblem.Reported(part.fetch(), part.targets(), errors));
        } else if (isMissing) {
            problems.add(FetchProblem.unusable(part, new IllegalArgumentException("No data, and no reason for that")));
        }
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, @Nullable Object>> reported(byte[] answer, int offset) {
        if (offset < 0) {
            return List.of();
        }
        Object errors = JsonReader.read(new JsonScanner(answer, offset, answer.length, limits.maxAnswerDepth()));
        List<Map<String, @Nullable Object>> reported = new ArrayList<>();
        if (errors instanceof List<?> list) {
            list.stream()
                    .filter(Map.class::isInstance)
                    .limit(limits.maxErrors())
                    .forEach(error -> reported.add((Map<String, @Nullable Object>) error));
        }
        return reported;
    }
}
