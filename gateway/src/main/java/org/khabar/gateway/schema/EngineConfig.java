package org.khabar.gateway.schema;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on planning and execution. */
@ConfigMapping(prefix = "khabar.gateway.engine")
public interface EngineConfig {

    /**
     * Fields of an operation once abstract types are expanded to object types where a plan needs that, and of one fetch
     * once fields stand there under each of their conditions.
     */
    @WithDefault("20000")
    int maxPlannedFields();

    /** Complete plans that are compared for one operation. */
    @WithDefault("24")
    int maxPlanAlternatives();

    /** Alternative conditions, of {@code @skip} and {@code @include}, that one field may be selected under. */
    @WithDefault("50")
    int maxConditionsPerField();

    /** How deep a subgraph's answer may nest. */
    @WithDefault("200")
    int maxAnswerDepth();

    /**
     * For how many fetches, or groups of entities whose arguments from contexts differ, one request to a subgraph may
     * ask; there are more requests for more.
     */
    @WithDefault("50")
    int maxContextsPerFetch();

    /** Errors in one answer to a client; further ones are left out. */
    @WithDefault("100")
    int maxErrors();

    /**
     * Entities that one fetch may ask for; beyond, the fetch fails. Fetches that are sent together are sent in more
     * requests when they ask for more together.
     */
    @WithDefault("10000")
    int maxRepresentationsPerFetch();

    /** Entities that all fetches of one request may ask for together; those that are asked for again do not count. */
    @WithDefault("50000")
    int maxRepresentations();

    /**
     * Requests to subgraphs that one request may send again for fetches that failed only because others did that were
     * sent along; 0 for none.
     */
    @WithDefault("10")
    int maxRepeatedRequests();

    /**
     * Room for the objects of all answers to one request, in slots of about 12 bytes: one for each value that an object
     * could have and for each item of a list, five more for each object. A fetch whose answer needs more fails.
     */
    @WithDefault("10000000")
    int maxAnswerSlots();

    /**
     * Bytes that are written for the entities of one fetch and for what is sent along with them, those of repeated
     * entities included. A fetch that needs more fails.
     */
    @WithDefault("67108864")
    int maxRequestBytes();

    /** Parts of one answer that may come later, each fragment at each place where it is deferred, each list streamed. */
    @WithDefault("10000")
    int maxDeferredParts();
}
