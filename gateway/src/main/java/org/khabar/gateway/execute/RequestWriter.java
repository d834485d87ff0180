package org.khabar.gateway.execute;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.PreparedFetch.Part;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.ContextPlan;
import org.khabar.gateway.plan.ContextPlan.Variable;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/** Writes what is sent to subgraphs. */
final class RequestWriter {
    private final Map<String, @Nullable Object> variables;

    /**
     * A writer for one request.
     *
     * @param variables the client's
     */
    RequestWriter(Map<String, @Nullable Object> variables) {
        this.variables = variables;
    }

    /** The request for fields of objects that are there, which are no entities. */
    PreparedFetch fields(FetchNode fetch, List<DataObject> targets) {
        return new PreparedFetch(List.of(Part.of(fetch, targets)), close(fetch.variables(), open(fetch.document())), 0);
    }

    /**
     * The request for entities of one subgraph.
     *
     * @param turn how often they were asked for before
     */
    PreparedFetch entities(List<Part> parts, int turn) {
        return parts.size() == 1 ? alone(parts.getFirst(), turn) : together(parts, turn);
    }

    private PreparedFetch alone(Part part, int turn) {
        JsonWriter json = open(part.fetch().document());
        part(part, "", json);
        return new PreparedFetch(List.of(part.once()), close(part.fetch().variables(), json), turn);
    }

    private PreparedFetch together(List<Part> parts, int turn) {
        JsonWriter json = open(ContextPlan.document(
                parts.stream().map(part -> part.fetch().contexts()).toList()));
        for (int i = 0; i < parts.size(); i++) {
            part(parts.get(i), "_" + i, json);
        }
        List<String> used = parts.stream()
                .flatMap(part -> part.fetch().variables().stream())
                .distinct()
                .toList();
        return new PreparedFetch(parts, close(used, json), turn);
    }

    private static void part(Part part, String suffix, JsonWriter json) {
        ContextPlan plan = part.fetch().contexts();
        comma(json).string(plan.entities() + suffix).raw(':').raw(part.representations());
        List<Variable> contexts = plan.variables();
        for (int i = 0; i < contexts.size(); i++) {
            comma(json)
                    .string(contexts.get(i).name() + suffix)
                    .raw(':')
                    .raw(part.values().get(i));
        }
    }

    private static JsonWriter open(String document) {
        return new JsonWriter(1024).raw("{\"query\":").string(document).raw(",\"variables\":{");
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
}
