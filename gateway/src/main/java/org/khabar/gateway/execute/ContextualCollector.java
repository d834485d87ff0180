package org.khabar.gateway.execute;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.ContextPlan.Variable;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.PathStep;

/**
 * Gathers representations along a flatten path by the values that objects above them hand down. An object whose value
 * is missing is left out, as one without a key is: what failed there is reported there. What is shared is walked once
 * for each set of values that it is handed, not once for each way to it.
 */
final class ContextualCollector {
    /** Stands for a value that is handed down further below. */
    private static final String LATER = "";

    private final FetchNode fetch;
    private final Answers answers;
    private final FetchRoom room;
    private final ContextReader reader;
    private final Map<List<String>, Group> groups = new LinkedHashMap<>();
    /** Each list of values but once, so that it stands for itself. */
    private final Map<List<String>, List<String>> handed = new HashMap<>();
    /** What was met so far on a path, by step and values. */
    private final List<Map<List<String>, Set<Object>>> met = new ArrayList<>();

    /**
     * An empty collector.
     *
     * @param room what may be asked for with all values together
     */
    ContextualCollector(FetchNode fetch, Answers answers, FetchRoom room) {
        this.fetch = fetch;
        this.answers = answers;
        this.room = room;
        this.reader = new ContextReader(answers, room);
    }

    /**
     * Objects with the same values.
     *
     * @param values as JSON, in the order of the fetch's variables
     * @param entities their representations
     * @param members the objects
     */
    record Group(List<String> values, RepresentationCollector entities, Set<Object> members) {}

    /** Gathers from all objects at the end of a path. */
    void collect(DataObject root, List<PathStep> path) {
        met.clear();
        for (int step = 0; step <= path.size(); step++) {
            met.add(new IdentityHashMap<>());
        }
        List<String> nothing = Collections.nCopies(fetch.contexts().variables().size(), LATER);
        value(root, path, 0, handed.computeIfAbsent(nothing, _ -> nothing));
    }

    /** What was gathered, without groups that have nothing to ask for. */
    List<Group> groups() {
        return groups.values().stream()
                .filter(group -> !group.entities().targets().isEmpty())
                .toList();
    }

    private void value(@Nullable Object value, List<PathStep> path, int step, List<String> values) {
        if (value instanceof DataList list && isNew(list, list.size(), step, values)) {
            for (int i = 0; i < list.size() && !room.isExceeded(); i++) {
                value(list.get(i), path, step, values);
            }
        } else if (value instanceof DataObject object && isNew(object, 1, step, values)) {
            object(object, path, step, values);
        }
    }

    private boolean isNew(Object value, int steps, int step, List<String> values) {
        return met.get(step).computeIfAbsent(values, _ -> identities()).add(value) && room.takeSteps(steps);
    }

    private static Set<Object> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void object(DataObject object, List<PathStep> path, int step, List<String> above) {
        List<String> values = handDown(object, step, above);
        if (values == null) {
            return;
        }
        if (step == path.size()) {
            add(object, values);
            return;
        }
        PathStep next = path.get(step);
        if (next.types().isEmpty() || object.type != null && next.types().contains(object.type)) {
            follow(object.children[next.child()], path, step + 1, values);
        }
    }

    private void follow(@Nullable Object value, List<PathStep> path, int step, List<String> values) {
        PathStep by = path.get(step - 1);
        if (by.stream() == null || !(value instanceof DataList list)) {
            value(value, path, step, values);
        } else if (isNew(list, list.size(), step, values)) {
            for (int i = by.from(); i < Math.min(by.to(), list.size()) && !room.isExceeded(); i++) {
                value(list.get(i), path, step, values);
            }
        }
    }

    /** The values from above with those of an object; null when one is missing. */
    private @Nullable List<String> handDown(DataObject object, int step, List<String> above) {
        List<Variable> variables = fetch.contexts().variables();
        if (variables.stream().noneMatch(variable -> variable.depth() == step)) {
            return above;
        }
        List<String> values = new ArrayList<>(above);
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).depth() == step) {
                JsonWriter json = new JsonWriter(32);
                if (!reader.write(variables.get(i), object, json)) {
                    return null;
                }
                values.set(i, new String(json.toBytes(), StandardCharsets.UTF_8));
            }
        }
        return handed.computeIfAbsent(values, List::copyOf);
    }

    private void add(DataObject object, List<String> values) {
        Group group = groups.get(values);
        if (group == null) {
            if (!room.takeGroup()) {
                return;
            }
            group = new Group(
                    values, new RepresentationCollector(fetch.representations(), answers, room), identities());
            groups.put(values, group);
        }
        if (group.members().add(object)) {
            group.entities().add(object);
        }
    }
}
