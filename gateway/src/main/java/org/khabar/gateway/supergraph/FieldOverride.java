package org.khabar.gateway.supergraph;

import org.jspecify.annotations.Nullable;

/**
 * {@code @override}: a field that moved here from another subgraph.
 *
 * @param from the subgraph that had it
 * @param label when it moved only for some requests: the condition's label, such as {@code percent(20)}; null when it
 *     moved for good
 */
public record FieldOverride(String from, @Nullable String label) {}
