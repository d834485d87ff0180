/**
 * A subgraph's own schema, as composition wants to see it.
 *
 * <p>{@link org.khabar.gateway.supergraph.subgraph.SubgraphReader} parses the SDL of {@code _service} or of a file, puts
 * extensions and definitions of a type together, resolves the local names of federation's directives, gives root types
 * their usual names and takes out what federation itself adds ({@code _entities}, {@code _Any}, directive
 * definitions, whoever printed them). A Federation 1 schema comes out as the Federation 2 schema that means the same.
 * What is left is checked as GraphQL; federation's own rules are in {@code rules}.
 */
@NullMarked
package org.khabar.gateway.supergraph.subgraph;

import org.jspecify.annotations.NullMarked;
