package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.khabar.gateway.execute.PreparedFetch.Part;

/**
 * Asks again for what failed only because another part of its request did. What is left of a request goes out as one
 * again; if that fails as well, or nobody knows which part is at fault, each part goes by itself, which is the last
 * that is done for it. Only entities are ever asked for again, and those are no mutations.
 */
final class Repeats {
    /** After this many turns a part is asked for by itself. */
    private static final int TURNS_TOGETHER = 1;

    private final RequestWriter requests;
    private final Consumer<FetchProblem> problems;
    private int left;

    /**
     * None so far.
     *
     * @param limit how many requests there may be
     * @param problems is told of parts that are beyond that
     */
    Repeats(RequestWriter requests, int limit, Consumer<FetchProblem> problems) {
        this.requests = requests;
        this.left = limit;
        this.problems = problems;
    }

    /** The requests to be sent in place of one that was answered. */
    List<PreparedFetch> of(PreparedFetch answered, TakenAlong along) {
        int turn = answered.turn() + 1;
        boolean isTogether = along.together() && turn <= TURNS_TOGETHER;
        List<PreparedFetch> again = new ArrayList<>();
        for (List<Part> parts : isTogether ? whole(along.parts()) : single(along.parts())) {
            if (left > 0) {
                left--;
                again.add(requests.entities(parts, turn));
            } else {
                parts.forEach(part ->
                        problems.accept(new FetchProblem.Reported(part.fetch(), part.targets(), along.errors())));
            }
        }
        return again;
    }

    private static List<List<Part>> whole(List<Part> parts) {
        return parts.isEmpty() ? List.of() : List.of(parts);
    }

    private static List<List<Part>> single(List<Part> parts) {
        return parts.stream().map(List::of).toList();
    }
}
