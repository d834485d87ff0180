/**
 * From a plan to an answer.
 *
 * <p>{@link org.khabar.gateway.execute.Executor} walks the plan's nodes and sends what
 * {@link org.khabar.gateway.execute.FetchPreparer} makes of them through a
 * {@link org.khabar.gateway.execute.SubgraphClient}. The answer of a plan's one fetch may go to the client as it is
 * ({@link org.khabar.gateway.execute.PassThrough}). Others are walked over once, to see that they are whole
 * ({@link org.khabar.gateway.execute.AnswerEnvelope}), and read by {@link org.khabar.gateway.execute.AnswerParser} right
 * into the tree of {@link org.khabar.gateway.execute.DataObject}s that all fetches of a request share; leaf values stay
 * where they are, as slices of the answers.
 * {@link org.khabar.gateway.execute.RepresentationCollector} reads representations out of that tree for the next
 * fetch, each distinct one once. {@link org.khabar.gateway.execute.ResponseWriter} writes the tree in one pass in the
 * client's order, and lets nulls bubble as the GraphQL specification says. What fails only because of another part of its
 * request is asked for again ({@link org.khabar.gateway.execute.Repeats}).
 *
 * <p>Plain Java: this package knows no HTTP and no framework, and nothing here blocks.
 */
@NullMarked
package org.khabar.gateway.execute;

import org.jspecify.annotations.NullMarked;
