package org.khabar.gateway.plan;

import java.util.List;
import java.util.Set;
import org.khabar.gateway.supergraph.AccessRule;

/**
 * What access rules ask about a caller.
 *
 * @param authenticated whether somebody is logged in
 * @param scopes the scopes that were granted
 * @param policies the policies that hold
 */
public record CallerRights(boolean authenticated, Set<String> scopes, Set<String> policies) {
    /** Those of somebody of whom nothing is known. */
    public static final CallerRights NONE = new CallerRights(false, Set.of(), Set.of());

    public CallerRights {
        scopes = Set.copyOf(scopes);
        policies = Set.copyOf(policies);
    }

    /** Whether the caller may see what the rule protects. */
    public boolean satisfy(AccessRule rule) {
        return (authenticated || !rule.authenticated())
                && anyHeld(rule.scopes(), scopes)
                && anyHeld(rule.policies(), policies);
    }

    private static boolean anyHeld(List<Set<String>> alternatives, Set<String> held) {
        return alternatives.isEmpty() || alternatives.stream().anyMatch(held::containsAll);
    }
}
