package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.UNSUPPORTED_FEATURE;
import static org.khabar.gateway.supergraph.CompositionCode.UNSUPPORTED_LINKED_FEATURE;

import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.KnownFeatures;
import org.khabar.gateway.supergraph.link.Link;
import org.khabar.gateway.supergraph.link.Links;

/** Refuses specifications that change what a schema means and that the gateway does not know. */
final class LinkedFeatures {
    private LinkedFeatures() {}

    static void check(String subgraph, Links links, CompositionLog log) {
        for (Link link : links.all()) {
            if (link.identity().equals("https://specs.apollo.dev/connect")) {
                String what = "\"" + subgraph + "\" links " + link.url() + "; connectors are not supported.";
                log.error(UNSUPPORTED_FEATURE, subgraph, "schema", what);
            } else if (!KnownFeatures.isTolerable(link)) {
                String what = "\"" + subgraph + "\" links " + link.url() + " for " + link.purpose()
                        + ", which is not known and so cannot be honoured.";
                log.error(UNSUPPORTED_LINKED_FEATURE, subgraph, "schema", what);
            }
        }
    }
}
