package org.khabar.gateway.supergraph.satisfiability;

import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.SupergraphField;

/**
 * How a state was come to; prints as a query.
 *
 * @param before the way to the object that the field is of; null at the start
 * @param step a field, a type condition or the operation
 */
record Way(@Nullable Way before, String step) {

    static Way start(String operation) {
        return new Way(null, operation);
    }

    Way then(SupergraphField field) {
        return new Way(this, field.name());
    }

    /** The same way, where the answer is an object of that type. */
    Way as(String type) {
        return new Way(this, "... on " + type);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (Way way = this; way != null; way = way.before) {
            text.insert(0, depth == 0 ? way.step : way.step + " { ");
            depth++;
        }
        return text.append(" }".repeat(depth - 1)).toString();
    }
}
