package org.khabar.gateway.execute;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.ContextPlan.Variable;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.PathStep;

/**
 * Gathers representations along a flatten path by the values that objects above them hand down. An object whose value
 * is missing is left out, as one without a key is: what failed there is reported there.
 */
final class ContextualCollector {
    private final FetchNode fetch;
    private final Answers answers;
    private final int limit;
    private final ContextReader reader;
    private final Map<List<String>, Group> groups = new LinkedHashMap<>();
    private final List<DataObject> above = new ArrayList<>();

    /**
     * An empty collector.
     *
     * @param limit how many distinct representations there may be with the same values
     */
    ContextualCollector(FetchNode fetch, Answers answers, int limit) {
        this.limit = limit;
        this.fetch = fetch;
        this.answers = answers;
        this.reader = new ContextReader(answers);
    }

    /**
     * Objects with the same values.
     *
     * @param values as JSON, in the order of the fetch's variables
     * @param entities their representations
     */
    record Group(List<String> values, RepresentationCollector entities) {}

    /** Gathers from all objects at the end of a path. */
    void collect(DataObject root, List<PathStep> path) {
        value(root, path);
    }

    /** What was gathered, without groups that have nothing to ask for. */
    List<Group> groups() {
        return groups.values().stream()
                .filter(group -> !group.entities().targets().isEmpty())
                .toList();
    }

    private void value(@Nullable Object value, List<PathStep> path) {
        if (value instanceof DataList list) {
            for (int i = 0; i < list.size(); i++) {
                value(list.get(i), path);
            }
        } else if (value instanceof DataObject object) {
            above.add(object);
            object(object, path);
            above.removeLast();
        }
    }

    private void object(DataObject object, List<PathStep> path) {
        int step = above.size() - 1;
        if (step == path.size()) {
            add(object);
            return;
        }
        PathStep next = path.get(step);
        if (next.types().isEmpty() || object.type != null && next.types().contains(object.type)) {
            value(object.children[next.child()], path);
        }
    }

    private void add(DataObject object) {
        List<String> values = new ArrayList<>();
        for (Variable variable : fetch.contexts().variables()) {
            JsonWriter json = new JsonWriter(32);
            if (!reader.write(variable, above.get(variable.depth()), json)) {
                return;
            }
            values.add(new String(json.toBytes(), StandardCharsets.UTF_8));
        }
        groups.computeIfAbsent(
                        values,
                        known -> new Group(known, new RepresentationCollector(fetch.representations(), answers, limit)))
                .entities()
                .add(object);
    }
}
