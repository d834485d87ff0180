package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects of one type at a place of the answer: the place's own type, or a narrower type condition. */
final class TypeView {
    final PathNode node;
    final String type;
    /** By data key. */
    final Map<String, PlanField> fields = new LinkedHashMap<>();

    final List<Position> positions = new ArrayList<>();

    TypeView(PathNode node, String type) {
        this.node = node;
        this.type = type;
    }

    boolean isBase() {
        return type.equals(node.type);
    }
}
