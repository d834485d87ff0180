package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.OutputSelection;
import org.khabar.gateway.plan.OutputSelection.Kind;
import org.khabar.gateway.plan.OutputSelection.OutputField;

/** Finds where objects stand in the answer. An entity that was asked for once can stand in many places. */
final class TreeLocator {
    private final Set<DataObject> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Place> found = new ArrayList<>();
    private final ResponsePath path = new ResponsePath();
    private final int limit;

    private TreeLocator(List<DataObject> wanted, int limit) {
        this.wanted.addAll(wanted);
        this.limit = limit;
    }

    /**
     * The places of some objects, in the order of the answer.
     *
     * @param limit how many to look for
     */
    static List<Place> find(DataObject root, OutputSelection output, List<DataObject> wanted, int limit) {
        TreeLocator locator = new TreeLocator(wanted, limit);
        locator.visit(root, output);
        return locator.found;
    }

    private void visit(@Nullable Object value, OutputSelection output) {
        if (value instanceof DataList list) {
            for (int i = 0; i < list.size() && found.size() < limit; i++) {
                path.push(i);
                visit(list.get(i), output);
                path.pop();
            }
        } else if (value instanceof DataObject object) {
            visit(object, output);
        }
    }

    private void visit(DataObject object, OutputSelection output) {
        if (wanted.contains(object)) {
            found.add(new Place(path.toList(), object, output));
        }
        List<OutputField> fields = output.find(object.type);
        if (fields == null || found.size() >= limit) {
            return;
        }
        for (OutputField field : fields) {
            OutputSelection below = field.selection();
            if (field.kind() == Kind.OBJECT && field.index() >= 0 && below != null) {
                path.push(field.key().text());
                visit(object.children[field.index()], below);
                path.pop();
            }
        }
    }

    /**
     * Where an object stands.
     *
     * @param path from the root of the answer
     * @param object the object
     * @param output how it is written
     */
    record Place(List<Object> path, DataObject object, OutputSelection output) {}
}
