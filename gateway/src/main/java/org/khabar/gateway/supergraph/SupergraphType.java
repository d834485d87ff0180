package org.khabar.gateway.supergraph;

import java.util.Set;

/** A type of the supergraph, with what each subgraph knows of it. */
public sealed interface SupergraphType permits FieldedType, UnionType, EnumType, ScalarType, InputType {

    /** Its name in the supergraph. */
    String name();

    /** Names of the subgraphs that define it. */
    Set<String> subgraphs();

    /** Marks on the type. */
    Traits traits();
}
