package org.khabar.gateway.schema;

import org.khabar.gateway.supergraph.Supergraph;

/** Where a schema comes from. */
interface SchemaSource {

    /**
     * Gets the schema as it is now. May block.
     *
     * @throws SchemaUnavailableException when there is none, or a broken one
     */
    Supergraph load() throws SchemaUnavailableException, InterruptedException;
}
