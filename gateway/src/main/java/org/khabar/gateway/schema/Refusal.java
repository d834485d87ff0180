package org.khabar.gateway.schema;

import java.util.List;
import org.khabar.gateway.supergraph.CompositionError;

/**
 * Why a schema is not taken.
 *
 * @param code one of few words: a rule of composition, or what is the matter with the source
 * @param subgraphs the subgraphs at fault; empty when it is none's
 * @param summary a few words of our own, for everybody to read
 * @param reason in a sentence, with addresses and what others said, for the log
 */
public record Refusal(String code, List<String> subgraphs, String summary, String reason) {
    public Refusal {
        subgraphs = List.copyOf(subgraphs);
    }

    /** Nothing was looked at yet. */
    static Refusal starting() {
        return new Refusal("STARTING", List.of(), "the gateway starts", "start");
    }

    /** A subgraph does not hand out its schema. */
    static Refusal subgraph(String name, String reason) {
        return new Refusal("SUBGRAPH_SCHEMA_UNAVAILABLE", List.of(name), "it does not hand out its schema", reason);
    }

    /** The subgraphs' schemas break a rule of composition. */
    static Refusal notComposable(CompositionError error) {
        return new Refusal(
                error.code().name(), error.subgraphs(), "schemas do not compose", "schemas do not compose: " + error);
    }

    /** A subgraph cannot be called. */
    static Refusal address(String name, String what) {
        return new Refusal(
                "SUBGRAPH_URL_INVALID", List.of(name), "its address cannot be used", "subgraph " + name + ": " + what);
    }

    /** A composed supergraph cannot be had. */
    static Refusal unavailable(String reason) {
        return new Refusal("SUPERGRAPH_UNAVAILABLE", List.of(), "the supergraph cannot be had", reason);
    }

    /** A composed supergraph makes no sense. */
    static Refusal invalid(String reason) {
        return new Refusal("SUPERGRAPH_INVALID", List.of(), "the supergraph cannot be read", reason);
    }

    /** A schema's types lead to one another in a chain too long to follow. */
    static Refusal tooDeep() {
        return new Refusal(
                "SCHEMA_TOO_DEEP",
                List.of(),
                "a schema is too deep",
                "a schema is too deep: its types lead to one another in a chain too long to follow");
    }

    /** Something is wrong with the gateway. */
    static Refusal internal() {
        return new Refusal("INTERNAL", List.of(), "unexpected failure", "unexpected failure, see the log");
    }

    /** What everybody may read: no word of a subgraph's, and no address. */
    String shown() {
        return code + (subgraphs.isEmpty() ? "" : " [" + String.join(", ", subgraphs) + "]") + ": " + summary;
    }
}
