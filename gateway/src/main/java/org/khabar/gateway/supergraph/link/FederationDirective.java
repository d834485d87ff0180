package org.khabar.gateway.supergraph.link;

import java.util.Set;

/** The directives that Federation defines through v2.9, whatever a document calls them. */
public enum FederationDirective {
    KEY("key"),
    REQUIRES("requires"),
    PROVIDES("provides"),
    EXTERNAL("external"),
    EXTENDS("extends"),
    SHAREABLE("shareable"),
    OVERRIDE("override"),
    INTERFACE_OBJECT("interfaceObject"),
    COMPOSE_DIRECTIVE("composeDirective"),
    TAG("tag", "tag"),
    INACCESSIBLE("inaccessible", "inaccessible"),
    AUTHENTICATED("authenticated", "authenticated"),
    REQUIRES_SCOPES("requiresScopes", "requiresScopes"),
    POLICY("policy", "policy"),
    CONTEXT("context", "context"),
    FROM_CONTEXT("fromContext", "context"),
    COST("cost", "cost"),
    LIST_SIZE("listSize", "cost");

    private static final Set<FederationDirective> SINCE_FEDERATION_1 =
            Set.of(KEY, REQUIRES, PROVIDES, EXTERNAL, EXTENDS, TAG);

    private final String specName;
    private final String ownFeature;

    FederationDirective(String specName) {
        this(specName, Links.FEDERATION);
    }

    FederationDirective(String specName, String ownFeature) {
        this.specName = specName;
        this.ownFeature = ownFeature;
    }

    /** Its name in the specification, without {@code @}. */
    public String specName() {
        return specName;
    }

    /** The minor version of Federation 2 that it came with. */
    int sinceMinor() {
        return switch (this) {
            case KEY, REQUIRES, PROVIDES, EXTERNAL, EXTENDS, SHAREABLE, OVERRIDE, TAG, INACCESSIBLE -> 0;
            case COMPOSE_DIRECTIVE -> 1;
            case INTERFACE_OBJECT -> 3;
            case AUTHENTICATED, REQUIRES_SCOPES -> 5;
            case POLICY -> 6;
            case CONTEXT, FROM_CONTEXT -> 8;
            case COST, LIST_SIZE -> 9;
        };
    }

    /** Whether Federation 1 had it already. */
    public boolean isSinceFederation1() {
        return SINCE_FEDERATION_1.contains(this);
    }

    /** Whether the feature of that name defines it. */
    boolean isDefinedBy(String feature) {
        return feature.equals(Links.FEDERATION) || feature.equals(ownFeature);
    }

    @Override
    public String toString() {
        return "@" + specName;
    }
}
