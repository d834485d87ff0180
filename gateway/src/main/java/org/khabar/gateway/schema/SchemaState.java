package org.khabar.gateway.schema;

import java.util.List;

/** How it stands with the schema. */
public sealed interface SchemaState {

    /**
     * There is none yet.
     *
     * @param reasons what is waited for, and why it is not there
     */
    record Waiting(List<Refusal> reasons) implements SchemaState {
        public Waiting {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One is served.
     *
     * @param schema the schema
     * @param problems why a newer one is not; empty when all is well
     */
    record Serving(ServedSchema schema, List<Refusal> problems) implements SchemaState {
        public Serving {
            problems = List.copyOf(problems);
        }
    }
}
