package org.khabar.gateway.supergraph.link;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.link.InvalidLinkException.Reason;

/** Checks what a document imports from the federation specification. */
public final class FederationImports {
    // Later minor versions add only what a gateway for another product line needs; they are read as the newest known.
    private static final int NEWEST_MINOR = 12;
    private static final Set<String> TYPES = Set.of("FieldSet", "Scope", "Policy", "ContextFieldValue");
    private static final Set<String> OTHER_DIRECTIVES = Set.of("@cacheTag");

    private FederationImports() {}

    /**
     * Checks a document's link to federation, if it has one.
     *
     * @throws InvalidLinkException when the version or an imported name is not known
     */
    public static void check(Links links) {
        links.find(Links.FEDERATION).ifPresent(FederationImports::check);
    }

    private static void check(Link link) {
        Link.Version version = link.parsedVersion();
        if (version.major() != 2 || version.minor() > NEWEST_MINOR) {
            throw new InvalidLinkException(
                    Reason.VERSION, "Federation " + version + " is not known; the newest is v2." + NEWEST_MINOR);
        }
        for (String name : link.imports().keySet()) {
            if (!isKnown(name, version)) {
                throw new InvalidLinkException(
                        Reason.USAGE,
                        "@link(url: \"" + link.url() + "\"): federation " + version + " has no " + name + hint(name));
            }
        }
    }

    private static boolean isKnown(String name, Link.Version version) {
        return TYPES.contains(name)
                || OTHER_DIRECTIVES.contains(name)
                || directiveNames(version).contains(name);
    }

    private static String hint(String name) {
        String directive = "@" + name;
        return directiveNames(new Link.Version(2, NEWEST_MINOR)).contains(directive)
                ? "; did you mean " + directive + '?'
                : "";
    }

    private static Set<String> directiveNames(Link.Version version) {
        return Arrays.stream(FederationDirective.values())
                .filter(directive -> directive.sinceMinor() <= version.minor())
                .map(FederationDirective::toString)
                .collect(Collectors.toSet());
    }
}
