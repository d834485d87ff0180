package org.khabar.gateway.schema;

/**
 * Where a subgraph is.
 *
 * @param name what it is called
 * @param url where it takes GraphQL requests
 */
public record SubgraphAddress(String name, String url) {
    public SubgraphAddress {
        if (name.isBlank() || SubgraphUrls.fault(url) != null) {
            throw new IllegalArgumentException(
                    "A subgraph is written name=http://host:port/path, not " + name + "=" + url);
        }
    }

    /**
     * Reads {@code name=url}.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    static SubgraphAddress parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "A subgraph is written name=url in khabar.gateway.subgraphs, not " + text);
        }
        return new SubgraphAddress(
                text.substring(0, equals).trim(), text.substring(equals + 1).trim());
    }
}
