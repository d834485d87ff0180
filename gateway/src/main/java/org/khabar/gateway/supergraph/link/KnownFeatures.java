package org.khabar.gateway.supergraph.link;

import java.util.Set;

/** The specifications that this gateway understands. */
public final class KnownFeatures {
    private static final String APOLLO = "https://specs.apollo.dev/";
    private static final Set<String> UNDERSTOOD = Set.of(
            "link",
            "core",
            "join",
            "federation",
            "tag",
            "inaccessible",
            "authenticated",
            "requiresScopes",
            "policy",
            "context",
            "cost");

    private KnownFeatures() {}

    /** Whether the gateway understands a specification. */
    public static boolean isUnderstood(Link link) {
        return link.identity().startsWith(APOLLO) && UNDERSTOOD.contains(link.feature());
    }

    /**
     * Whether a document may be used although it links a specification. One that says that it is needed for execution or
     * security must not be passed over (link v1.0, "Purpose").
     */
    public static boolean isTolerable(Link link) {
        return isUnderstood(link) || link.purpose() == null;
    }
}
