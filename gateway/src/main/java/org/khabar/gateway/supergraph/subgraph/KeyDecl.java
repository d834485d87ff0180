package org.khabar.gateway.supergraph.subgraph;

/**
 * A {@code @key} as written.
 *
 * @param fields its field set, not yet checked
 * @param resolvable whether the subgraph can be entered through it
 * @param extension whether it stands on a type extension
 */
public record KeyDecl(String fields, boolean resolvable, boolean extension) {}
