package org.khabar.gateway.differential;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of the world as a resolver's source.
 *
 * @param type its object type
 * @param identity tells it from all others; the same in every server
 * @param values its raw fields
 * @param representation what the gateway sent for it; null when it was reached in another way
 */
record Node(
        String type,
        String identity,
        Map<String, @Nullable Object> values,
        @Nullable Map<String, @Nullable Object> representation) {

    /** The same object, as the gateway sent it. */
    Node representedBy(Map<String, @Nullable Object> sent) {
        return new Node(type, identity, values, sent);
    }
}
