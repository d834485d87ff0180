package org.khabar.gateway.execute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Paths in the answer. To ask for those around another takes as long as that one is, however many there are. */
final class PathTree {
    private final Map<Object, PathTree> longer = new HashMap<>(4);
    private boolean isEnd;

    void add(List<Object> path) {
        PathTree at = this;
        for (Object step : path) {
            at = at.longer.computeIfAbsent(step, _ -> new PathTree());
        }
        at.isEnd = true;
    }

    /** Whether a path that leads to the same place, or to one above it, is here. */
    boolean hasAtOrAbove(List<Object> path) {
        return isMet(path, false);
    }

    /** Whether a path that leads to the same place, or to one above or below it, is here. */
    boolean hasOnTheWay(List<Object> path) {
        return isMet(path, true);
    }

    private boolean isMet(List<Object> path, boolean below) {
        PathTree at = this;
        for (Object step : path) {
            if (at.isEnd) {
                return true;
            }
            @Nullable PathTree next = at.longer.get(step);
            if (next == null) {
                return false;
            }
            at = next;
        }
        return at.isEnd || below && !at.longer.isEmpty();
    }
}
