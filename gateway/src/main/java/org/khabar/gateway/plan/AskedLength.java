package org.khabar.gateway.plan;

import java.util.OptionalDouble;
import org.khabar.gateway.plan.ListLength.Slicing;

/**
 * How many items an operation asks one list for.
 *
 * @param coordinate the field, with its type
 * @param argument the argument that says it, without the schema's default: that is not the client's to answer for
 */
record AskedLength(String coordinate, Slicing argument) {

    void require(OperationCost.Request request, int most) {
        OptionalDouble length = argument.in(request);
        if (length.isPresent() && !(length.getAsDouble() <= most)) {
            throw PlanningException.tooLong(coordinate, argument.name(), most);
        }
    }
}
