package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.PreparedFetch.Part;
import org.khabar.gateway.json.JsonScanner;
import org.khabar.gateway.memory.MemoryShare;

/** Puts a subgraph's answer where it belongs: data into the tree, errors to the problems of the fetches. */
final class AnswerMerger {
    private final Answers answers;
    private final ExecutionLimits limits;
    private final TreeRoom room;
    private final MemoryShare memory;
    private final List<FetchProblem> problems;

    /**
     * A merger that adds what went wrong to {@code problems}.
     *
     * @param memory where room for errors is taken; {@code room} has its own
     */
    AnswerMerger(
            Answers answers, ExecutionLimits limits, TreeRoom room, MemoryShare memory, List<FetchProblem> problems) {
        this.answers = answers;
        this.limits = limits;
        this.room = room;
        this.memory = memory;
        this.problems = problems;
    }

    /**
     * Merges an answer.
     *
     * @return what is missing though nothing may be wrong with it
     * @throws org.khabar.gateway.json.JsonSyntaxException when it is no JSON, or not what was asked for
     * @throws IllegalArgumentException when it cannot be used otherwise; nothing of it is in the tree then
     */
    TakenAlong merge(PreparedFetch prepared, byte[] answer) {
        Part first = prepared.parts().getFirst();
        if (first.fetch().isEntityFetch()) {
            return entities(prepared, answer);
        }
        root(prepared, answer);
        return TakenAlong.NONE;
    }

    private void root(PreparedFetch prepared, byte[] answer) {
        Part part = prepared.parts().getFirst();
        AnswerEnvelope envelope = AnswerEnvelope.of(answer, limits.maxAnswerDepth(), List.of());
        List<Map<String, @Nullable Object>> errors =
                new ErrorReader(answer, limits.maxAnswerDepth(), memory).read(envelope.errors(), limits.maxErrors());
        boolean isMissing = envelope.data() < 0;
        if (isMissing && errors.isEmpty()) {
            unexplained(part);
        }
        report(part, errors);
        if (!isMissing) {
            AnswerParser parser = parser(part, answer, envelope.data(), answers.add(answer));
            fill(prepared, part, () -> parser.object(part.targets().getFirst()));
        }
    }

    /** Each part is as good or bad as if it had come by itself. */
    private TakenAlong entities(PreparedFetch prepared, byte[] answer) {
        List<Part> parts = prepared.parts();
        AnswerEnvelope envelope = AnswerEnvelope.of(answer, limits.maxAnswerDepth(), prepared.fields());
        ReportedErrors errors = new ReportedErrors(
                new ErrorReader(answer, limits.maxAnswerDepth(), memory)
                        .read(envelope.errors(), limits.maxErrors() * parts.size()),
                prepared.fields());
        int number = answers.add(answer);
        List<Integer> missing = new ArrayList<>();
        List<Integer> usable = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (envelope.entities(i) < 0) {
                missing.add(i);
            } else if (fits(parts.get(i), envelope.count(i))) {
                usable.add(i);
            }
        }
        for (int i : usable) {
            boolean takesOthers = missing.isEmpty() && i == usable.getFirst();
            Part part = parts.get(i);
            report(part, errors.in(i, takesOthers));
            AnswerParser parser = parser(part, answer, envelope.entities(i), number);
            fill(prepared, part, () -> parser.entities(part.targets()));
        }
        return missing(parts, missing, errors, envelope.data() < 0);
    }

    /** Puts a part into the tree. What there is no room for is taken back. */
    private void fill(PreparedFetch prepared, Part part, Runnable parsing) {
        long before = room.left();
        try {
            parsing.run();
        } catch (TreeFullException _) {
            SubgraphFailure why = room.failure(prepared.subgraph(), limits);
            room.restore(before);
            part.targets()
                    .forEach(objects ->
                            objects.forEach(object -> object.forget(part.fetch().answer())));
            problems.add(new FetchProblem.Failed(part.fetch(), part.targets(), why));
        }
    }

    /** With one too many or too few nobody can tell whose the others are. */
    private boolean fits(Part part, int count) {
        int wanted = part.targets().size();
        if (count != wanted) {
            String why = count < 0
                    ? "It answered with what is no entity"
                    : "It answered for " + count + " of " + wanted + " entities";
            problems.add(FetchProblem.unusable(part, new IllegalArgumentException(why)));
        }
        return count == wanted;
    }

    /** Reports the parts that are missing by their own fault; the others were taken along by those. */
    private TakenAlong missing(List<Part> parts, List<Integer> missing, ReportedErrors errors, boolean isAllLost) {
        List<Integer> guilty = guilty(missing, errors, isAllLost);
        if (guilty.isEmpty() && !errors.areNowhere()) {
            missing.forEach(part -> unexplained(parts.get(part)));
            return TakenAlong.NONE;
        }
        if (guilty.isEmpty() && (parts.size() == 1 || !isAllLost)) {
            guilty = missing;
        }
        guilty.forEach(part -> report(parts.get(part), errors.in(part, true)));
        List<Integer> others = new ArrayList<>(missing);
        others.removeAll(guilty);
        return others.isEmpty()
                ? TakenAlong.NONE
                : new TakenAlong(
                        others.stream().map(parts::get).toList(), !guilty.isEmpty(), upToLimit(errors.withoutPaths()));
    }

    /**
     * An error at the part itself took everything along, rather than one inside of it: entities can be null. But
     * servers may declare that differently, and then the errors that there are have to do.
     */
    private static List<Integer> guilty(List<Integer> missing, ReportedErrors errors, boolean isAllLost) {
        List<Integer> failed = missing.stream().filter(errors::failed).toList();
        return isAllLost && !failed.isEmpty()
                ? failed
                : missing.stream().filter(errors::areIn).toList();
    }

    private AnswerParser parser(Part part, byte[] answer, int start, int number) {
        return new AnswerParser(
                new JsonScanner(answer, start, answer.length, limits.maxAnswerDepth()), number, part.fetch(), room);
    }

    private void report(Part part, List<Map<String, @Nullable Object>> errors) {
        if (!errors.isEmpty()) {
            problems.add(new FetchProblem.Reported(part.fetch(), part.targets(), upToLimit(errors)));
        }
    }

    private List<Map<String, @Nullable Object>> upToLimit(List<Map<String, @Nullable Object>> errors) {
        return List.copyOf(errors.subList(0, Math.min(errors.size(), limits.maxErrors())));
    }

    private void unexplained(Part part) {
        problems.add(FetchProblem.unusable(part, new IllegalArgumentException("No data, and no reason for that")));
    }
}
