/**
 * From many subgraphs to one document in the {@code join} format.
 *
 * <p>{@link org.khabar.gateway.supergraph.merge.Merger} goes through the types by name and hands the declarations of each
 * to the merger of its kind: output types are united, input types intersected, enums one or the other by their use.
 * Who resolves what is written down as {@code @join__} directives; {@code SupergraphDocument} adds the header. Where
 * declarations do not fit, the log gets the rule's code, and merging goes on to find what else is wrong. The rules
 * follow the composition rules of the Federation 2 specification.
 */
@NullMarked
package org.khabar.gateway.supergraph.merge;

import org.jspecify.annotations.NullMarked;
