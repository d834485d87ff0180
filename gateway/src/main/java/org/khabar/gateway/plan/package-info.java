/**
 * From an operation to fetches.
 *
 * <p>The work flows so: {@link org.khabar.gateway.plan.OperationNormalizer} expands fragments into a tree of client
 * selections by type condition. {@link org.khabar.gateway.plan.AccessFilter} takes out what the caller may not see.
 * {@link org.khabar.gateway.plan.FetchGraphBuilder} lays it over the subgraphs: every
 * leaf is looked up in the subgraphs that resolve it, {@link org.khabar.gateway.plan.RouteFinder} finds the cheapest
 * way there (through a field, a type condition, or an entity fetch by key), and the way is entered into a graph of
 * {@link org.khabar.gateway.plan.FetchGroup}s that depend on each other. {@link org.khabar.gateway.plan.PlanAssembler}
 * folds the graph into {@link org.khabar.gateway.plan.PlanNode}s, and {@link org.khabar.gateway.plan.OutputCompiler}
 * says how the answer is written in the client's order. A field with {@code @requires} or {@code @fromContext} is reached
 * by an entity fetch that waits for what it needs ({@link org.khabar.gateway.plan.RequirementFinder}).
 *
 * <p>Vocabulary: a <em>fetch</em> is one request to one subgraph; a <em>flatten path</em> leads to the objects whose
 * fields an entity fetch brings; a <em>representation</em> is what identifies such an object to the subgraph; a
 * <em>data key</em> is the name under which a field's value is kept while the answer is put together (most often the
 * client's response key).
 *
 * <p>Plain Java on graphql-java's parser: this package knows no HTTP, no framework, and no data.
 */
@NullMarked
package org.khabar.gateway.plan;

import org.jspecify.annotations.NullMarked;
