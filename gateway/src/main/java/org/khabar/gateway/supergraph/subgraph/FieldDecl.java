package org.khabar.gateway.supergraph.subgraph;

import graphql.language.Description;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.FieldOverride;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.FederationDirective;

/**
 * A field of an object or interface as a subgraph declares it.
 *
 * @param name its name
 * @param type its type
 * @param arguments its arguments by name
 * @param external whether the subgraph only names it and others resolve it
 * @param shareable whether others may resolve it too
 * @param annotations the directives on it
 * @param description what the subgraph says of it; null when nothing
 */
public record FieldDecl(
        String name,
        TypeRef type,
        Map<String, InputValueDecl> arguments,
        boolean external,
        boolean shareable,
        Annotations annotations,
        @Nullable Description description) {
    public FieldDecl {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** The field set of {@code @requires}, not yet checked. */
    public Optional<String> requires() {
        return fieldsOf(FederationDirective.REQUIRES);
    }

    /** The field set of {@code @provides}, not yet checked. */
    public Optional<String> provides() {
        return fieldsOf(FederationDirective.PROVIDES);
    }

    /** Where the field moved here from. */
    public Optional<FieldOverride> override() {
        return annotations
                .find(FederationDirective.OVERRIDE)
                .map(override -> new FieldOverride(
                        Arguments.findString(override, "from").orElse(""),
                        Arguments.findString(override, "label").orElse(null)));
    }

    /** This field, external or not. */
    public FieldDecl withExternal(boolean other) {
        return new FieldDecl(name, type, arguments, other, shareable, annotations, description);
    }

    /** This field, free to be resolved by others too. */
    public FieldDecl asShareable() {
        return new FieldDecl(name, type, arguments, external, true, annotations, description);
    }

    private Optional<String> fieldsOf(FederationDirective directive) {
        return annotations.find(directive).flatMap(applied -> Arguments.findString(applied, "fields"));
    }
}
