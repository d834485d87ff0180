package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.ContextPlan.Variable;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.PathStep;

/** Makes the requests for a fetch from what the answer has so far. */
final class FetchPreparer {
    private final DataObject root;
    private final Answers answers;
    private final Map<String, @Nullable Object> variables;
    private final ExecutionLimits limits;
    private final Consumer<FetchProblem> problems;
    private int representations;

    /**
     * A preparer for one answer.
     *
     * @param variables the client's
     * @param problems is told of a fetch that asks for too much
     */
    FetchPreparer(
            DataObject root,
            Answers answers,
            Map<String, @Nullable Object> variables,
            ExecutionLimits limits,
            Consumer<FetchProblem> problems) {
        this.root = root;
        this.answers = answers;
        this.variables = variables;
        this.limits = limits;
        this.problems = problems;
    }

    /** The requests; none when there is nothing to ask, several only when very many contexts differ. */
    List<PreparedFetch> prepare(FetchNode fetch, List<List<PathStep>> paths) {
        if (!fetch.isEntityFetch()) {
            List<DataObject> targets = paths.isEmpty() ? List.of(root) : ends(paths);
            return targets.isEmpty()
                    ? List.of()
                    : List.of(new PreparedFetch(List.of(targets), List.of(), body(fetch, null, List.of())));
        }
        if (!fetch.contexts().isEmpty()) {
            return contextual(fetch, paths);
        }
        RepresentationCollector collector = new RepresentationCollector(fetch.representations(), answers, allowed());
        paths.forEach(path -> collector.collect(root, path));
        if (collector.targets().isEmpty() || isTooMuch(fetch, collector.targets(), collector.isOverLimit())) {
            return List.of();
        }
        return List.of(plain(fetch, collector, List.of()));
    }

    private int allowed() {
        return Math.min(limits.maxRepresentationsPerFetch(), limits.maxRepresentations() - representations);
    }

    private boolean isTooMuch(FetchNode fetch, List<List<DataObject>> targets, boolean overLimit) {
        if (overLimit || targets.size() > allowed()) {
            problems.accept(new FetchProblem.Failed(
                    fetch, targets, SubgraphFailure.tooManyEntities(fetch.subgraph(), limits, allowed())));
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

    private List<PreparedFetch> contextual(FetchNode fetch, List<List<PathStep>> paths) {
        ContextualCollector collector = new ContextualCollector(fetch, answers, allowed());
        paths.forEach(path -> collector.collect(root, path));
        List<ContextualCollector.Group> groups = collector.groups();
        List<List<DataObject>> targets = groups.stream()
                .flatMap(group -> group.entities().targets().stream())
                .toList();
        boolean overLimit = groups.stream().anyMatch(group -> group.entities().isOverLimit());
        if (isTooMuch(fetch, targets, overLimit)) {
            return List.of();
        }
        int maxGroups = limits.maxContextsPerFetch();
        List<PreparedFetch> prepared = new ArrayList<>();
        for (int start = 0; start < groups.size(); start += maxGroups) {
            prepared.add(grouped(fetch, groups.subList(start, Math.min(groups.size(), start + maxGroups))));
        }
        return prepared;
    }

    private PreparedFetch grouped(FetchNode fetch, List<ContextualCollector.Group> groups) {
        if (groups.size() == 1) {
            return plain(fetch, groups.getFirst().entities(), groups.getFirst().values());
        }
        JsonWriter json = open(fetch.contexts().document(groups.size()));
        List<List<DataObject>> targets = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (ContextualCollector.Group group : groups) {
            String suffix = "_" + starts.size();
            starts.add(targets.size());
            targets.addAll(group.entities().targets());
            comma(json)
                    .string("representations" + suffix)
                    .raw(':')
                    .raw(group.entities().toJson());
            values(fetch, group.values(), suffix, json);
        }
        return new PreparedFetch(targets, starts, close(fetch, json));
    }

    private PreparedFetch plain(FetchNode fetch, RepresentationCollector entities, List<String> contextValues) {
        return new PreparedFetch(entities.targets(), List.of(), body(fetch, entities.toJson(), contextValues));
    }

    private byte[] body(FetchNode fetch, byte @Nullable [] representations, List<String> contextValues) {
        JsonWriter json = open(fetch.document());
        if (representations != null) {
            json.raw("\"representations\":").raw(representations);
        }
        values(fetch, contextValues, "", json);
        return close(fetch, json);
    }

    private static JsonWriter open(String document) {
        return new JsonWriter(1024).raw("{\"query\":").string(document).raw(",\"variables\":{");
    }

    private static void values(FetchNode fetch, List<String> values, String suffix, JsonWriter json) {
        for (int i = 0; i < values.size(); i++) {
            Variable variable = fetch.contexts().variables().get(i);
            comma(json).string(variable.name() + suffix).raw(':').raw(values.get(i));
        }
    }

    private byte[] close(FetchNode fetch, JsonWriter json) {
        for (String variable : fetch.variables()) {
            if (variables.containsKey(variable)) {
                comma(json).string(variable).raw(':').value(variables.get(variable));
            }
        }
        return json.raw("}}").toBytes();
    }

    private static JsonWriter comma(JsonWriter json) {
        return json.array()[json.size() - 1] == '{' ? json : json.raw(',');
    }
}
