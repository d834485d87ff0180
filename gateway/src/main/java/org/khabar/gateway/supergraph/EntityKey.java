package org.khabar.gateway.supergraph;

/**
 * One {@code @key}: the fields by which a subgraph knows an entity.
 *
 * @param fields what identifies the entity
 * @param resolvable whether the subgraph can be entered through this key by {@code _entities}
 */
public record EntityKey(FieldSet fields, boolean resolvable) {}
