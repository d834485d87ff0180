package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.PreparedFetch.Part;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.ContextPlan;
import org.khabar.gateway.plan.ContextPlan.Variable;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.PathStep;

/** Makes the requests for fetches from what the answer has so far. */
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
                    : List.of(request(fetch, List.of(targets), body(fetch, null, List.of())));
        }
        if (!fetch.contexts().isEmpty()) {
            return contextual(fetch, paths);
        }
        RepresentationCollector collector = collect(fetch, paths);
        return collector == null ? List.of() : List.of(plain(fetch, collector, List.of()));
    }

    /** One request for fetches of the same subgraph; null when there is nothing to ask. */
    @Nullable
    PreparedFetch prepare(List<Asked> together) {
        List<FetchNode> fetches = new ArrayList<>();
        List<RepresentationCollector> collectors = new ArrayList<>();
        for (Asked asked : together) {
            RepresentationCollector collector = collect(asked.fetch(), asked.paths());
            if (collector != null) {
                fetches.add(asked.fetch());
                collectors.add(collector);
            }
        }
        if (fetches.size() < 2) {
            return fetches.isEmpty() ? null : plain(fetches.getFirst(), collectors.getFirst(), List.of());
        }
        return together(fetches, collectors);
    }

    private PreparedFetch together(List<FetchNode> fetches, List<RepresentationCollector> collectors) {
        JsonWriter json = open(
                ContextPlan.document(fetches.stream().map(FetchNode::contexts).toList()));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < fetches.size(); i++) {
            parts.add(aliased(fetches.get(i), collectors.get(i), i, json));
        }
        List<String> used = fetches.stream()
                .flatMap(fetch -> fetch.variables().stream())
                .distinct()
                .toList();
        return new PreparedFetch(parts, close(used, json));
    }

    private static Part aliased(FetchNode fetch, RepresentationCollector entities, int number, JsonWriter json) {
        String suffix = "_" + number;
        comma(json).string("representations" + suffix).raw(':').raw(entities.toJson());
        return new Part(fetch, JsonKey.of(suffix), entities.targets());
    }

    /** What entities to ask for; null when there are none. */
    private @Nullable RepresentationCollector collect(FetchNode fetch, List<List<PathStep>> paths) {
        RepresentationCollector collector = new RepresentationCollector(fetch.representations(), answers, allowed());
        paths.forEach(path -> collector.collect(root, path));
        boolean isNone =
                collector.targets().isEmpty() || isTooMuch(fetch, collector.targets(), collector.isOverLimit());
        return isNone ? null : collector;
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
        List<Part> parts = new ArrayList<>();
        for (ContextualCollector.Group group : groups) {
            String suffix = "_" + parts.size();
            parts.add(aliased(fetch, group.entities(), parts.size(), json));
            values(fetch, group.values(), suffix, json);
        }
        return new PreparedFetch(parts, close(fetch.variables(), json));
    }

    private PreparedFetch plain(FetchNode fetch, RepresentationCollector entities, List<String> contextValues) {
        return request(fetch, entities.targets(), body(fetch, entities.toJson(), contextValues));
    }

    private static PreparedFetch request(FetchNode fetch, List<List<DataObject>> targets, byte[] body) {
        return new PreparedFetch(List.of(new Part(fetch, PreparedFetch.ENTITIES, targets)), body);
    }

    private byte[] body(FetchNode fetch, byte @Nullable [] representations, List<String> contextValues) {
        JsonWriter json = open(fetch.document());
        if (representations != null) {
            json.raw("\"representations\":").raw(representations);
        }
        values(fetch, contextValues, "", json);
        return close(fetch.variables(), json);
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

    private byte[] close(List<String> used, JsonWriter json) {
        for (String variable : used) {
            if (variables.containsKey(variable)) {
                comma(json).string(variable).raw(':').value(variables.get(variable));
            }
        }
        return json.raw("}}").toBytes();
    }

    private static JsonWriter comma(JsonWriter json) {
        return json.array()[json.size() - 1] == '{' ? json : json.raw(',');
    }

    /**
     * An entity fetch to be sent.
     *
     * @param fetch the fetch
     * @param paths where its entities are
     */
    record Asked(FetchNode fetch, List<List<PathStep>> paths) {}
}
