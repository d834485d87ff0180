package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.PreparedFetch.Part;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.PathStep;

/** Makes the requests for fetches from what the answer has so far. */
final class FetchPreparer {
    private final DataObject root;
    private final Answers answers;
    private final RequestWriter requests;
    private final ExecutionLimits limits;
    private final MemoryShare memory;
    private final Consumer<FetchProblem> problems;
    private int representations;

    /**
     * A preparer for one answer.
     *
     * @param memory where room for what is asked is taken
     * @param problems is told of a fetch that asks for too much
     */
    FetchPreparer(
            DataObject root,
            Answers answers,
            RequestWriter requests,
            ExecutionLimits limits,
            MemoryShare memory,
            Consumer<FetchProblem> problems) {
        this.root = root;
        this.answers = answers;
        this.requests = requests;
        this.limits = limits;
        this.memory = memory;
        this.problems = problems;
    }

    /** The requests; none when there is nothing to ask, several only when very many contexts differ. */
    List<PreparedFetch> prepare(FetchNode fetch, List<List<PathStep>> paths) {
        if (!fetch.isEntityFetch()) {
            List<DataObject> targets = paths.isEmpty() ? List.of(root) : ends(paths);
            return targets.isEmpty() ? List.of() : List.of(requests.fields(fetch, targets));
        }
        return fetch.contexts().isEmpty()
                ? prepare(List.of(new Asked(fetch, paths)))
                : divide(contextual(fetch, paths));
    }

    /** The requests for fetches of the same subgraph: one, or as many as its bounds take. */
    List<PreparedFetch> prepare(List<Asked> together) {
        List<Part> parts = new ArrayList<>();
        for (Asked asked : together) {
            RepresentationCollector collector = collect(asked.fetch(), asked.paths());
            if (collector != null) {
                parts.add(Part.of(asked.fetch(), collector, List.of()));
            }
        }
        return divide(parts);
    }

    /** What is sent together is bounded together; each part is within the bound by itself. */
    private List<PreparedFetch> divide(List<Part> parts) {
        List<PreparedFetch> divided = new ArrayList<>();
        List<Part> next = new ArrayList<>();
        int entities = 0;
        for (Part part : parts) {
            int more = part.targets().size();
            boolean isFull = next.size() == limits.maxContextsPerFetch()
                    || entities + more > limits.maxRepresentationsPerFetch();
            if (isFull && !next.isEmpty()) {
                divided.add(requests.entities(next, 0));
                next.clear();
                entities = 0;
            }
            next.add(part);
            entities += more;
        }
        if (!next.isEmpty()) {
            divided.add(requests.entities(next, 0));
        }
        return divided;
    }

    /** What entities to ask for; null when there are none. */
    private @Nullable RepresentationCollector collect(FetchNode fetch, List<List<PathStep>> paths) {
        FetchRoom room = new FetchRoom(limits, allowed(), memory);
        RepresentationCollector collector = new RepresentationCollector(fetch.representations(), answers, room);
        paths.forEach(path -> collector.collect(root, path));
        boolean isNone = collector.targets().isEmpty() || isTooMuch(fetch, collector.targets(), room);
        return isNone ? null : collector;
    }

    private int allowed() {
        return Math.min(limits.maxRepresentationsPerFetch(), limits.maxRepresentations() - representations);
    }

    private boolean isTooMuch(FetchNode fetch, List<List<DataObject>> targets, FetchRoom room) {
        if (room.isExceeded()) {
            problems.accept(new FetchProblem.Failed(fetch, targets, room.failure(fetch.subgraph())));
            return true;
        }
        representations += targets.size();
        return false;
    }

    private List<DataObject> ends(List<List<PathStep>> paths) {
        List<DataObject> ends = new ArrayList<>();
        paths.forEach(path -> PathWalker.walk(root, path, answers.nextWalk(), ends::add));
        return ends;
    }

    private List<Part> contextual(FetchNode fetch, List<List<PathStep>> paths) {
        FetchRoom room = new FetchRoom(limits, allowed(), memory);
        ContextualCollector collector = new ContextualCollector(fetch, answers, room);
        paths.forEach(path -> collector.collect(root, path));
        List<ContextualCollector.Group> groups = collector.groups();
        List<List<DataObject>> targets = groups.stream()
                .flatMap(group -> group.entities().targets().stream())
                .toList();
        if (isTooMuch(fetch, targets, room)) {
            return List.of();
        }
        return groups.stream()
                .map(group -> Part.of(fetch, group.entities(), group.values()))
                .toList();
    }

    /**
     * An entity fetch to be sent.
     *
     * @param fetch the fetch
     * @param paths where its entities are
     */
    record Asked(FetchNode fetch, List<List<PathStep>> paths) {}
}
