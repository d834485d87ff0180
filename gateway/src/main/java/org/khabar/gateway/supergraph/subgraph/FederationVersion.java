package org.khabar.gateway.supergraph.subgraph;

import graphql.language.Document;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.link.FederationImports;
import org.khabar.gateway.supergraph.link.Links;
import org.khabar.gateway.supergraph.link.UsedDirectives;

/**
 * Tells which federation a subgraph is written for.
 *
 * <p>Federation 2 schemas link its specification. One that does not, but uses a directive that only Federation 2 has,
 * is read as if it linked it and imported everything: some frameworks leave the link out. Anything else is Federation 1.
 */
final class FederationVersion {
    private FederationVersion() {}

    static Links links(Document document) {
        Links links = Links.read(document);
        if (links.find(Links.FEDERATION).isPresent()) {
            FederationImports.check(links);
            return links;
        }
        boolean modern = UsedDirectives.in(document.getDefinitions()).stream().anyMatch(FederationVersion::isModern);
        return links.withDirectives(plainNames(modern, links));
    }

    static boolean isFederation2(Links links) {
        return links.find(Links.FEDERATION).isPresent()
                || links.directives().containsValue(FederationDirective.SHAREABLE);
    }

    private static Map<String, FederationDirective> plainNames(boolean modern, Links links) {
        Map<String, FederationDirective> names = Arrays.stream(FederationDirective.values())
                .filter(directive -> modern || directive.isSinceFederation1())
                .collect(Collectors.toMap(FederationDirective::specName, directive -> directive));
        names.putAll(links.directives());
        return names;
    }

    private static boolean isModern(String name) {
        return Arrays.stream(FederationDirective.values())
                .anyMatch(directive -> directive.specName().equals(name) && !directive.isSinceFederation1());
    }
}
