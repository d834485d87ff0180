package org.khabar.gateway.supergraph;

/** The rules of composition, under the names that Apollo gave them. */
public enum CompositionCode {
    INVALID_GRAPHQL,
}
