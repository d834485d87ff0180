package org.khabar.gateway.supergraph;

/**
 * Something that composes but may surprise.
 *
 * @param code a short upper-case name
 * @param coordinate the schema element
 * @param message what was noticed, in a sentence
 */
public record CompositionHint(String code, String coordinate, String message) {}
