package org.khabar.gateway.schema;

import java.util.List;
import org.khabar.gateway.supergraph.CompositionHint;
import org.khabar.gateway.supergraph.Supergraph;

/** Where a schema comes from. */
interface SchemaSource {

    /**
     * Gets the schema as it is now. May block.
     *
     * @throws SchemaUnavailableException when there is none, or a broken one
     */
    Supergraph load() throws SchemaUnavailableException, InterruptedException;

    /** What fits in the schema that was got last but deserves a look; nothing where it was composed elsewhere. */
    default List<CompositionHint> hints() {
        return List.of();
    }
}
