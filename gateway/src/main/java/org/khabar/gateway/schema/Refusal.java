package org.khabar.gateway.schema;

/**
 * Why a schema is not taken.
 *
 * @param code one of few words: a rule of composition, or what is the matter with the source
 * @param reason in a sentence
 */
public record Refusal(String code, String reason) {
    /** A subgraph does not hand out its schema. */
    static Refusal subgraph(String reason) {
        return new Refusal("SUBGRAPH_SCHEMA_UNAVAILABLE", reason);
    }

    /** A composed supergraph cannot be had. */
    static Refusal unavailable(String reason) {
        return new Refusal("SUPERGRAPH_UNAVAILABLE", reason);
    }

    /** A composed supergraph makes no sense. */
    static Refusal invalid(String reason) {
        return new Refusal("SUPERGRAPH_INVALID", reason);
    }

    /** Something is wrong with the gateway. */
    static Refusal internal() {
        return new Refusal("INTERNAL", "unexpected failure, see the log");
    }
}
