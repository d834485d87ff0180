package org.khabar.gateway.supergraph.merge;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists subgraphs in a sentence. */
public final class Names {
    private Names() {}

    /** The names in quotes: {@code "articles", "entities"}. */
    public static String list(Collection<String> subgraphs) {
        return subgraphs.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
