package org.khabar.gateway.supergraph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code @listSize}: how long a list is taken to be when the cost of an operation is estimated.
 *
 * @param assumedSize a fixed length; null when not given
 * @param slicingArguments arguments whose value bounds the length
 * @param sizedFields fields under this one whose lists are meant; empty for this field's own list
 * @param requireOneSlicingArgument whether exactly one of the slicing arguments must be given
 */
public record ListSize(
        @Nullable Integer assumedSize,
        List<String> slicingArguments,
        List<String> sizedFields,
        boolean requireOneSlicingArgument) {
    public ListSize {
        slicingArguments = List.copyOf(slicingArguments);
        sizedFields = List.copyOf(sizedFields);
    }
}
