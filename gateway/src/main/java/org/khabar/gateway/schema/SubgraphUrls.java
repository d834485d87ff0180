package org.khabar.gateway.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.Subgraph;
import org.khabar.gateway.supergraph.Supergraph;

/** Where a schema's subgraphs are called: at the addresses configured, else at those that the supergraph names. */
final class SubgraphUrls {
    private static final int MAX_PORT = 65_535;

    private SubgraphUrls() {}

    /**
     * The addresses by the subgraph's name.
     *
     * @throws SchemaUnavailableException when one is missing or cannot be called
     */
    static Map<String, String> of(Supergraph supergraph, List<SubgraphAddress> configured)
            throws SchemaUnavailableException {
        Map<String, String> urls = new LinkedHashMap<>();
        configured.forEach(address -> urls.put(address.name(), address.url()));
        List<Refusal> refusals = new ArrayList<>();
        for (Subgraph subgraph : supergraph.subgraphs().values()) {
            String own = urls.get(subgraph.name());
            String url = own == null ? subgraph.url() : own;
            String fault = fault(url);
            if (url == null || fault != null) {
                refusals.add(Refusal.address(subgraph.name(), String.valueOf(fault)));
            } else {
                urls.put(subgraph.name(), url);
            }
        }
        if (!refusals.isEmpty()) {
            throw new SchemaUnavailableException(refusals);
        }
        return urls;
    }

    /** What is wrong with an address; null when it can be called. */
    static @Nullable String fault(@Nullable String url) {
        if (url == null) {
            return "it has no address";
        }
        try {
            URI uri = new URI(url);
            if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
                return url + " is no http or https address";
            }
            if (uri.getHost() == null) {
                return url + " has no host, or a port that is no number";
            }
            return uri.getPort() == 0 || uri.getPort() > MAX_PORT ? url + " has a port that there is not" : null;
        } catch (URISyntaxException e) {
            return url + " is no address: " + e.getReason();
        }
    }
}
