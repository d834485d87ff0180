package org.khabar.gateway.execute;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.ContextPlan.Variable;
import org.khabar.gateway.plan.RepresentationPlan.Part;

/** Reads the values that contextual arguments take from objects above. */
final class ContextReader {
    private final Answers answers;
    private final FetchRoom room;

    /**
     * A reader.
     *
     * @param room for what it writes; a value can be long, and hold lists that stand in many places
     */
    ContextReader(Answers answers, FetchRoom room) {
        this.answers = answers;
        this.room = room;
    }

    /** Writes a variable's value on an object; false when there is none that could be sent. */
    boolean write(Variable variable, DataObject object, JsonWriter json) {
        int before = json.size();
        boolean known = object(object, variable.parts(), json);
        boolean isNull = json.size() - before == 4 && json.array()[before] == 'n';
        return known && !(isNull && variable.required());
    }

    /** The value of the one part that objects of the type have; null when they have none. */
    private boolean object(DataObject object, List<Part> parts, JsonWriter json) {
        for (Part part : parts) {
            boolean applies = part.types().isEmpty()
                    || object.type != null && part.types().contains(object.type);
            if (applies && part.index() >= 0) {
                return part.parts().isEmpty()
                        ? leaf(object.leaves[part.index()], json)
                        : composite(object.children[part.index()], part, json);
            }
        }
        json.raw("null");
        return true;
    }

    private boolean leaf(long slice, JsonWriter json) {
        if (slice == Slices.NULL) {
            json.raw("null");
        } else if (slice != Slices.ABSENT && room.takeBytes(Slices.length(slice))) {
            answers.write(slice, json);
        }
        return slice != Slices.ABSENT && !room.isExceeded();
    }

    private boolean composite(@Nullable Object value, Part part, JsonWriter json) {
        return switch (value) {
            case DataObject object -> object(object, part.parts(), json);
            case DataList list -> list(list, part, json);
            case null -> false;
            default -> {
                json.raw("null");
                yield true;
            }
        };
    }

    private boolean list(DataList list, Part part, JsonWriter json) {
        json.raw('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                json.raw(',');
            }
            if (!room.takeBytes(1) || !composite(list.get(i), part, json)) {
                return false;
            }
        }
        json.raw(']');
        return true;
    }
}
