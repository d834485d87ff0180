package org.khabar.gateway.schema;

import graphql.GraphQLException;
import org.khabar.gateway.supergraph.InvalidSupergraphException;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphSdlReader;

/** Reads what somebody else composed. */
final class SupergraphText {
    private SupergraphText() {}

    /**
     * Reads a supergraph.
     *
     * @param from where the text is from, for people
     */
    static Supergraph read(String from, String text) throws SchemaUnavailableException {
        try {
            return SupergraphSdlReader.read(text);
        } catch (InvalidSupergraphException | GraphQLException | IllegalArgumentException e) {
            throw new SchemaUnavailableException(Refusal.invalid(from + ": " + e.getMessage()));
        }
    }
}
