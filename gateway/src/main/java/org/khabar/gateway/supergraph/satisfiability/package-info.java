/**
 * Proves that every query that clients may write can be answered.
 *
 * <p>{@link org.khabar.gateway.supergraph.satisfiability.Satisfiability} walks the API schema from its roots. A
 * {@code State} is an object type together with the {@code Position}s in subgraphs that the way there can have led to;
 * {@code Reach} widens the positions by every key that can be filled from them, and says which can resolve a field or a
 * field set, with what is required and provided. A field that no position resolves is an error, told with the way to
 * it. States met before are not walked again, and their number is bounded.
 */
@NullMarked
package org.khabar.gateway.supergraph.satisfiability;

import org.jspecify.annotations.NullMarked;
