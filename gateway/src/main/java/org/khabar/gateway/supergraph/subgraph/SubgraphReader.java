package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;
import static org.khabar.gateway.supergraph.CompositionCode.INVALID_LINK_DIRECTIVE_USAGE;
import static org.khabar.gateway.supergraph.CompositionCode.INVALID_LINK_IDENTIFIER;
import static org.khabar.gateway.supergraph.CompositionCode.UNKNOWN_FEDERATION_LINK_VERSION;
import static org.khabar.gateway.supergraph.CompositionCode.UNKNOWN_LINK_VERSION;

import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.SchemaDefinition;
import graphql.parser.InvalidSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khabar.gateway.supergraph.CompositionCode;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.join.Sdl;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.link.InvalidLinkException;
import org.khabar.gateway.supergraph.link.Links;

/** Reads a subgraph's SDL. */
public final class SubgraphReader {
    private SubgraphReader() {}

    /** Reads a subgraph; empty, with the reason in {@code log}, when it cannot be understood. */
    public static Optional<SubgraphSchema> read(SubgraphSdl source, CompositionLog log) {
        try {
            Document document = Sdl.parse(source.sdl());
            return read(source, document, FederationVersion.links(document), log);
        } catch (InvalidSyntaxException syntax) {
            log.error(INVALID_GRAPHQL, source.name(), "", String.valueOf(syntax.getMessage()));
        } catch (InvalidLinkException link) {
            log.error(code(link), source.name(), "schema", String.valueOf(link.getMessage()));
        }
        return Optional.empty();
    }

    private static CompositionCode code(InvalidLinkException link) {
        return switch (link.reason()) {
            case IDENTIFIER -> INVALID_LINK_IDENTIFIER;
            case USAGE -> INVALID_LINK_DIRECTIVE_USAGE;
            case LINK_VERSION -> UNKNOWN_LINK_VERSION;
            case VERSION -> UNKNOWN_FEDERATION_LINK_VERSION;
        };
    }

    private static Optional<SubgraphSchema> read(
            SubgraphSdl source, Document document, Links links, CompositionLog log) {
        int before = log.errors().size();
        LinkedFeatures.check(source.name(), links, log);
        MachineryDefinitions.check(source.name(), document, links, log);
        DirectiveCycles.check(source.name(), document, log);
        Machinery machinery = new Machinery(document, links);
        ReservedNames.check(source.name(), document, machinery, log);
        Map<String, TypeDecl> types = new TypeDeclReader(source.name(), links, log)
                .read(machinery.ownDefinitions(), RootNames.read(source.name(), document, log));
        SubgraphSchema schema = new SubgraphSchema(
                source.name(),
                source.url(),
                FederationVersion.isFederation2(links),
                links,
                machinery.withoutEntryPoints(types),
                directives(machinery),
                composedDirectives(document, links));
        SubgraphSchema adapted = KeyExternals.resolve(Federation1.upgrade(schema, log));
        if (log.errors().size() == before) {
            KnownDirectives.check(adapted, log);
            DirectiveUses.check(adapted, log);
            GraphqlValidity.check(adapted, log);
        }
        return log.errors().size() == before ? Optional.of(adapted) : Optional.empty();
    }

    private static Map<String, DirectiveDefinition> directives(Machinery machinery) {
        Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
        machinery.ownDirectives().forEach(directive -> directives.put(directive.getName(), directive));
        return directives;
    }

    private static List<String> composedDirectives(Document document, Links links) {
        return document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .<Directive>flatMap(schema -> schema.getDirectives().stream())
                .filter(directive ->
                        links.directives().get(directive.getName()) == FederationDirective.COMPOSE_DIRECTIVE)
                .map(directive -> Arguments.findString(directive, "name").orElse(""))
                .toList();
    }
}
