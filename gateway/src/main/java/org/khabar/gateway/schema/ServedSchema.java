package org.khabar.gateway.schema;

import java.util.Map;
import org.khabar.gateway.execute.Executor;
import org.khabar.gateway.plan.PlanCache;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.supergraph.Supergraph;

/**
 * A schema with what serves it. Requests hold on to the one they began with.
 *
 * @param supergraph the schema
 * @param planner plans its operations
 * @param plans the plans made so far
 * @param executor runs them
 * @param urls where its subgraphs are, by name
 */
public record ServedSchema(
        Supergraph supergraph, Planner planner, PlanCache plans, Executor executor, Map<String, String> urls) {
    public ServedSchema {
        urls = Map.copyOf(urls);
    }
}
