package org.khabar.gateway.execute;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.PlanNode.PathStep;

/** Follows a flatten path through objects and lists. What is shared is met once. */
final class PathWalker {
    private final List<PathStep> path;
    private final int walk;
    private final Consumer<DataObject> found;

    private PathWalker(List<PathStep> path, int walk, Consumer<DataObject> found) {
        this.path = path;
        this.walk = walk;
        this.found = found;
    }

    /** Hands over each object at the end of the path. */
    static void walk(DataObject root, List<PathStep> path, int walk, Consumer<DataObject> found) {
        new PathWalker(path, walk, found).value(root, 0);
    }

    private void value(@Nullable Object value, int step) {
        if (value instanceof DataList list && list.walk != walk) {
            list.walk = walk;
            for (int i = 0; i < list.size(); i++) {
                value(list.get(i), step);
            }
        } else if (value instanceof DataObject object && object.walk != walk) {
            object.walk = walk;
            object(object, step);
        }
    }

    private void object(DataObject object, int step) {
        if (step == path.size()) {
            found.accept(object);
            return;
        }
        PathStep next = path.get(step);
        if (next.types().isEmpty() || object.type != null && next.types().contains(object.type)) {
            follow(object.children[next.child()], next, step + 1);
        }
    }

    private void follow(@Nullable Object value, PathStep by, int step) {
        if (by.stream() == null || !(value instanceof DataList list)) {
            value(value, step);
        } else if (list.walk != walk) {
            list.walk = walk;
            for (int i = by.from(); i < Math.min(by.to(), list.size()); i++) {
                value(list.get(i), step);
            }
        }
    }
}
