package org.khabar.gateway.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonKey;

/**
 * What objects in a subgraph's answer look like, and where their values are kept.
 *
 * @param layout room that such an object needs
 * @param entries its fields, in the order of the request
 */
public record AnswerShape(Layout layout, List<Entry> entries) {
    public AnswerShape {
        entries = List.copyOf(entries);
    }

    /**
     * Room that an object needs.
     *
     * @param leaves how many leaf values
     * @param children how many objects and lists of objects
     */
    public record Layout(int leaves, int children) {}

    /**
     * A field.
     *
     * @param key its key in the answer
     * @param index where its value is kept, among the leaves or the children; negative for {@code __typename}
     * @param shape of the objects in its value; null for a leaf
     */
    public record Entry(JsonKey key, int index, @Nullable AnswerShape shape) {}
}
