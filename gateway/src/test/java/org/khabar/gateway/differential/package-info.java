/**
 * Whether a gateway over many subgraphs answers as one server would.
 *
 * <p>{@link org.khabar.gateway.differential.World} is the data of a small made-up domain.
 * {@link org.khabar.gateway.differential.Monolith} serves it from one schema; each
 * {@link org.khabar.gateway.differential.Split} serves it from several subgraphs behind the gateway (compose, plan,
 * execute; all in this process). {@link org.khabar.gateway.differential.OperationGenerator} makes operations from a
 * seed, {@link org.khabar.gateway.differential.Weather} makes fields fail in the same way on both sides, and
 * {@link org.khabar.gateway.differential.AnswerEquivalence} says what the same answer means. What fails is made small
 * by {@link org.khabar.gateway.differential.Shrinker} before it is shown.
 *
 * <p>Subgraphs are strict, so that a wrong plan cannot answer right by accident: they do not answer external fields
 * outside a {@code @provides}, nor fields that another subgraph overrides, and they compute a field with
 * {@code @requires} from its representation alone.
 */
@NullMarked
package org.khabar.gateway.differential;

import org.jspecify.annotations.NullMarked;
