package org.khabar.gateway.plan;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.Set;
import org.khabar.gateway.supergraph.Supergraph;

/**
 * What all plans for one operation have in common.
 *
 * @param supergraph the schema
 * @param types its types
 * @param sources what each subgraph resolves
 * @param exploded coordinates of abstract types' fields that must be fetched type by type
 * @param document the document
 * @param operation the operation of it
 * @param selection the operation, normalised
 * @param variant what decides beside the operation
 * @param limits bounds
 */
record PlanningContext(
        Supergraph supergraph,
        Types types,
        Sources sources,
        Set<String> exploded,
        Document document,
        OperationDefinition operation,
        ClientSelection selection,
        PlanVariant variant,
        PlannerLimits limits) {}
