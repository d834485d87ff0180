/**
 * One schema out of many: the composed model that plans are made from.
 *
 * <p>There are two ways in. {@link org.khabar.gateway.supergraph.SupergraphSdlReader} reads a supergraph in the
 * {@code join} format, whoever wrote it. {@link org.khabar.gateway.supergraph.Composition} merges the subgraphs' own
 * SDL into such a document, checks it, and hands it to the same reader: the model always comes from {@code join} SDL,
 * so that what we compose and what others compose cannot drift apart.
 *
 * <p>The model says, for every type and field, which subgraph has it and under which conditions; it holds nothing of
 * how an operation is planned or run. This package knows no HTTP, no framework and no word of any domain.
 */
@NullMarked
package org.khabar.gateway.supergraph;

import org.jspecify.annotations.NullMarked;
