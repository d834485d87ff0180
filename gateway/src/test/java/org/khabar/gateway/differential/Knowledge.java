package org.khabar.gateway.differential;

import graphql.schema.DataFetchingEnvironment;
import java.util.Set;

/** What a server may answer from its own data. */
interface Knowledge {
    /** A server that knows everything. */
    Knowledge ALL = new Knowledge() {
        @Override
        public void check(Node node, DataFetchingEnvironment environment) {}

        @Override
        public Set<String> sent(DataFetchingEnvironment environment) {
            return Set.of();
        }
    };

    /**
     * Lets a field be answered.
     *
     * @throws IllegalStateException when a right plan does not ask this server for the field at this place
     */
    void check(Node node, DataFetchingEnvironment environment);

    /** The fields that a computed field must find in its object's representation. */
    Set<String> sent(DataFetchingEnvironment environment);
}
