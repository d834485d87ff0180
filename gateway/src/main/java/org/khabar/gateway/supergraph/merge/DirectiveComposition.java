package org.khabar.gateway.supergraph.merge;

import static org.khabar.gateway.supergraph.CompositionCode.DIRECTIVE_COMPOSITION_ERROR;
import static org.khabar.gateway.supergraph.CompositionCode.LINK_IMPORT_NAME_MISMATCH;

import graphql.language.DirectiveDefinition;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.link.Link;
import org.khabar.gateway.supergraph.link.Links;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** Collects what {@code @composeDirective} asks for. Of a specification, the newest minor version is kept. */
final class DirectiveComposition {
    private static final Set<FederationDirective> ALWAYS_COMPOSED = EnumSet.of(
            FederationDirective.TAG,
            FederationDirective.INACCESSIBLE,
            FederationDirective.AUTHENTICATED,
            FederationDirective.REQUIRES_SCOPES,
            FederationDirective.POLICY,
            FederationDirective.COST,
            FederationDirective.LIST_SIZE);

    private final CompositionLog log;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, DirectiveDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, String> identities = new HashMap<>();

    DirectiveComposition(CompositionLog log) {
        this.log = log;
    }

    ComposedDirectives compose(List<SubgraphSchema> subgraphs) {
        subgraphs.forEach(subgraph -> subgraph.composedDirectives().forEach(name -> compose(subgraph, name)));
        return new ComposedDirectives(List.copyOf(links.values()), definitions);
    }

    private void compose(SubgraphSchema subgraph, String argument) {
        if (!argument.startsWith("@")) {
            report(subgraph, argument, "must name a directive with its @");
            return;
        }
        String name = argument.substring(1);
        FederationDirective own = subgraph.links().directives().get(name);
        if (own != null && ALWAYS_COMPOSED.contains(own)) {
            log.hint("DIRECTIVE_COMPOSITION_INFO", "schema", argument + " is always composed.");
            return;
        }
        DirectiveDefinition definition = subgraph.directives().get(name);
        Optional<Link> link = subgraph.links().all().stream()
                .filter(candidate -> candidate.definesDirective(name))
                .filter(candidate -> !candidate.feature().equals(Links.FEDERATION))
                .findFirst();
        if (definition == null) {
            report(subgraph, argument, "names a directive that the subgraph does not define");
        } else if (link.isEmpty()) {
            report(
                    subgraph,
                    argument,
                    "names a directive that comes from no @link; it needs the URL of a specification");
        } else {
            add(subgraph, argument, definition, link.get());
        }
    }

    private void add(SubgraphSchema subgraph, String argument, DirectiveDefinition definition, Link link) {
        String name = definition.getName();
        String identity = identities.putIfAbsent(name, link.identity());
        if (identity != null && !identity.equals(link.identity())) {
            report(subgraph, argument, "means a directive of " + link.identity() + ", elsewhere one of " + identity);
            return;
        }
        Link known = links.get(link.identity());
        if (known != null
                && known.parsedVersion().major() != link.parsedVersion().major()) {
            report(subgraph, argument, "is of " + link.url() + ", elsewhere of " + known.url());
            return;
        }
        if (known != null && !known.localDirective(specName(link, name)).equals(name)) {
            log.error(
                    LINK_IMPORT_NAME_MISMATCH,
                    subgraph.name(),
                    "@" + name,
                    "\"" + subgraph.name() + "\" calls the composed directive @" + specName(link, name) + " of "
                            + link.identity() + " @" + name + "; other subgraphs call it otherwise.");
            return;
        }
        boolean newer = known == null || known.parsedVersion().compareTo(link.parsedVersion()) < 0;
        links.put(link.identity(), known == null ? link : merge(newer ? link : known, newer ? known : link));
        if (newer || !definitions.containsKey(name)) {
            definitions.put(name, definition);
        }
    }

    /** What a specification calls a directive that a document knows by a local name. */
    private static String specName(Link link, String localName) {
        return link.imports().entrySet().stream()
                .filter(entry -> entry.getValue().equals("@" + localName))
                .map(entry -> entry.getKey().substring(1))
                .findFirst()
                .orElse(
                        localName.startsWith(link.namespace() + "__")
                                ? localName.substring(link.namespace().length() + 2)
                                : link.feature());
    }

    private static Link merge(Link newest, Link older) {
        Map<String, String> imports = new LinkedHashMap<>(older.imports());
        imports.putAll(newest.imports());
        return new Link(
                newest.url(),
                newest.identity(),
                newest.feature(),
                newest.version(),
                newest.namespace(),
                imports,
                newest.purpose());
    }

    private void report(SubgraphSchema subgraph, String argument, String what) {
        log.error(
                DIRECTIVE_COMPOSITION_ERROR,
                subgraph.name(),
                "schema",
                "@composeDirective(name: \"" + argument + "\") of \"" + subgraph.name() + "\" " + what + ".");
    }
}
