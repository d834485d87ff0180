package org.khabar.gateway.supergraph.subgraph;

import graphql.language.Description;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.link.Annotations;

/** A type as one subgraph declares it, its definition and extensions taken together. */
public sealed interface TypeDecl permits FieldedDecl, UnionDecl, EnumDecl, ScalarDecl, InputObjectDecl {

    /** Its name. */
    String name();

    /** Its kind. */
    TypeKind kind();

    /** What definition and extensions have in common. */
    Header header();

    /** The directives on it. */
    default Annotations annotations() {
        return header().annotations();
    }

    /**
     * What every type has.
     *
     * @param annotations the directives on definition and extensions
     * @param description what the definition says of it; null when nothing
     * @param extensionOnly whether the subgraph only extends it ({@code extend type} or {@code @extends})
     */
    record Header(Annotations annotations, @Nullable Description description, boolean extensionOnly) {}
}
