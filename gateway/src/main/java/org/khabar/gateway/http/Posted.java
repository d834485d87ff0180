package org.khabar.gateway.http;

import java.util.List;

/** What a body holds. */
sealed interface Posted {

    /** A request. */
    record Single(GraphqlParameters request) implements Posted {}

    /** Several, to be answered in their order. */
    record Batch(List<GraphqlParameters> requests) implements Posted {
        public Batch {
            requests = List.copyOf(requests);
        }
    }
}
