package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.PlanNode.PathStep;
import org.khabar.gateway.plan.RepresentationPlan;
import org.khabar.gateway.plan.RepresentationPlan.Part;
import org.khabar.gateway.plan.RepresentationPlan.Spec;

/** Gathers the representations along a flatten path, each distinct one once. */
final class RepresentationCollector {
    private final RepresentationPlan plan;
    private final Answers answers;
    private final FetchRoom room;
    private final JsonWriter json = new JsonWriter(256);
    private final Map<Text, Integer> known = new HashMap<>();
    private final List<List<DataObject>> targets = new ArrayList<>();
    private long counted;

    /**
     * An empty collector.
     *
     * @param room what may be asked for; where it does not do, nothing of what was gathered is to be sent
     */
    RepresentationCollector(RepresentationPlan plan, Answers answers, FetchRoom room) {
        this.plan = plan;
        this.answers = answers;
        this.room = room;
        json.raw('[');
    }

    /** Gathers from all objects at the end of a path. */
    void collect(DataObject root, List<PathStep> path) {
        PathWalker.walk(root, path, answers.nextWalk(), this::add);
    }

    /** The objects behind each representation, in the order sent. */
    List<List<DataObject>> targets() {
        return targets;
    }

    /** The representations as a JSON array. To be called once. */
    byte[] toJson() {
        return json.raw(']').toBytes();
    }

    /** Gathers from one object. */
    void add(DataObject object) {
        Spec spec = plan.find(object.type);
        if (spec == null || room.isExceeded()) {
            return;
        }
        int before = json.size();
        if (!targets.isEmpty()) {
            json.raw(',');
        }
        int start = json.size();
        json.raw("{\"__typename\":\"").raw(spec.typename()).raw('"');
        if (!parts(object, spec.fields())) {
            json.truncate(before);
            if (room.isExceeded()) {
                targets.add(List.of(object));
            }
            return;
        }
        json.raw('}');
        remember(object, before, start);
    }

    private void remember(DataObject object, int before, int start) {
        Text text = new Text(Arrays.copyOfRange(json.array(), start, json.size()));
        Integer present = known.putIfAbsent(text, targets.size());
        if (present == null) {
            targets.add(new ArrayList<>(List.of(object)));
            room.takeEntity();
        } else {
            json.truncate(before);
            targets.get(present).add(object);
        }
    }

    /** Whether the object has all that is to be sent. */
    private boolean parts(DataObject object, List<Part> parts) {
        for (Part part : parts) {
            boolean wanted = part.types().isEmpty()
                    || object.type != null && part.types().contains(object.type);
            if (wanted && !part(object, part)) {
                return false;
            }
        }
        return true;
    }

    private boolean part(DataObject object, Part part) {
        if (!hasRoom()) {
            return false;
        }
        if (json.array()[json.size() - 1] != '{') {
            json.raw(',');
        }
        json.raw('"').raw(part.name()).raw("\":");
        if (part.index() < 0) {
            json.value(object.type);
            return object.type != null;
        }
        return part.parts().isEmpty()
                ? leaf(object.leaves[part.index()], part)
                : composite(object.children[part.index()], part);
    }

    /** What was written is counted now and then; lists that stand in many places can make one representation huge. */
    private boolean hasRoom() {
        long before = counted;
        counted = json.written();
        return room.takeBytes(counted - before);
    }

    private boolean leaf(long slice, Part part) {
        if (slice == Slices.NULL) {
            json.raw("null");
            return !part.key();
        }
        if (slice != Slices.ABSENT) {
            answers.write(slice, json);
        }
        return slice != Slices.ABSENT;
    }

    private boolean composite(@Nullable Object value, Part part) {
        return switch (value) {
            case DataObject object -> object(object, part);
            case DataList list -> list(list, part);
            case null -> false;
            default -> {
                json.raw("null");
                yield !part.key() && value == DataObject.NULL;
            }
        };
    }

    private boolean object(DataObject object, Part part) {
        json.raw('{');
        boolean complete = parts(object, part.parts());
        json.raw('}');
        return complete;
    }

    private boolean list(DataList list, Part part) {
        json.raw('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                json.raw(',');
            }
            if (!hasRoom() || !composite(list.get(i), part)) {
                return false;
            }
        }
        json.raw(']');
        return true;
    }

    /** Bytes to be compared by what they say. */
    private record Text(byte[] bytes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Text that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
