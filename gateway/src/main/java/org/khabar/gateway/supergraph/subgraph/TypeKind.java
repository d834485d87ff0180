package org.khabar.gateway.supergraph.subgraph;

/** The kinds of types, named as people say them. */
public enum TypeKind {
    OBJECT("an object type"),
    INTERFACE("an interface"),
    UNION("a union"),
    ENUM("an enum"),
    SCALAR("a scalar"),
    INPUT_OBJECT("an input object type");

    private final String phrase;

    TypeKind(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }
}
