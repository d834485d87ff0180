package org.khabar.gateway.supergraph.link;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.SchemaDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The specifications that a schema document uses.
 *
 * @param all the links in the order written
 * @param directives what the document's local names of federation directives, without {@code @}, stand for
 */
public record Links(List<Link> all, Map<String, FederationDirective> directives) {
    /** The feature that Federation's own directives come from. */
    public static final String FEDERATION = "federation";

    private static final String LINK_IDENTITY = "https://specs.apollo.dev/link";
    private static final String CORE_IDENTITY = "https://specs.apollo.dev/core";

    private static final Set<Link.Version> LINK_VERSIONS = Set.of(new Link.Version(1, 0));
    private static final Set<Link.Version> CORE_VERSIONS = Set.of(new Link.Version(0, 1), new Link.Version(0, 2));

    public Links {
        all = List.copyOf(all);
        directives = Map.copyOf(directives);
    }

    /**
     * Reads the links of a document's schema definition and its extensions.
     *
     * @throws InvalidLinkException when a link is not allowed
     */
    public static Links read(Document document) {
        List<Directive> applied = document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getDirectives().stream())
                .toList();
        String linkName = linkName(applied);
        List<Link> links = applied.stream()
                .filter(directive -> directive.getName().equals(linkName))
                .map(LinkReader::read)
                .toList();
        links.forEach(Links::checkOwnVersion);
        return new Links(links, localNames(links));
    }

    /** What a link means is for the version of its own specification to say. */
    private static void checkOwnVersion(Link link) {
        boolean known = switch (link.identity()) {
            case LINK_IDENTITY -> LINK_VERSIONS.contains(link.parsedVersion());
            case CORE_IDENTITY -> CORE_VERSIONS.contains(link.parsedVersion());
            default -> true;
        };
        if (!known) {
            throw new InvalidLinkException(
                    InvalidLinkException.Reason.LINK_VERSION,
                    link.url() + " is no known version of the " + link.feature() + " specification");
        }
    }

    /** The link to a specification by its name, if there is one. */
    public Optional<Link> find(String feature) {
        return all.stream().filter(link -> link.feature().equals(feature)).findFirst();
    }

    /** Whether a directive of the document, without {@code @}, comes from a linked specification. */
    public boolean defineDirective(String localName) {
        return all.stream().anyMatch(link -> link.definesDirective(localName));
    }

    /** Whether a type of the document comes from a linked specification. */
    public boolean defineType(String localName) {
        return all.stream().anyMatch(link -> link.definesType(localName));
    }

    /** These links, with other names of federation directives. */
    public Links withDirectives(Map<String, FederationDirective> names) {
        return new Links(all, names);
    }

    private static String linkName(List<Directive> applied) {
        return applied.stream()
                .filter(Links::linksItself)
                .map(Directive::getName)
                .findFirst()
                .orElse("link");
    }

    private static boolean linksItself(Directive directive) {
        return Stream.of("url", "feature")
                .flatMap(argument -> Arguments.findString(directive, argument).stream())
                .anyMatch(url -> url.startsWith(LINK_IDENTITY + "/") || url.startsWith(CORE_IDENTITY + "/"));
    }

    private static Map<String, FederationDirective> localNames(List<Link> links) {
        Map<String, FederationDirective> names = new LinkedHashMap<>();
        for (Link link : links) {
            for (FederationDirective directive : FederationDirective.values()) {
                if (directive.isDefinedBy(link.feature())) {
                    names.putIfAbsent(link.localDirective(directive.specName()), directive);
                }
            }
        }
        return names;
    }
}
