package org.khabar.gateway.supergraph;

/**
 * {@code @fromContext}: an argument whose value comes from an enclosing object.
 *
 * @param context the context's name in the supergraph
 * @param name the argument
 * @param type the argument's type
 * @param selection the selection on the enclosing object that yields the value, possibly with type conditions
 */
public record ContextArgument(String context, String name, TypeRef type, FieldSet selection) {}
