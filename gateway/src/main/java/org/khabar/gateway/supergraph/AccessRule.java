package org.khabar.gateway.supergraph;

import java.util.List;
import java.util.Set;

/**
 * Who may see an element: all of the conditions must hold.
 *
 * @param authenticated a verified caller is needed ({@code @authenticated})
 * @param scopes alternatives, each a set of scopes that must all be held ({@code @requiresScopes}); empty for no
 *     condition
 * @param policies alternatives, each a set of policies that must all hold ({@code @policy}); empty for no condition
 */
public record AccessRule(boolean authenticated, List<Set<String>> scopes, List<Set<String>> policies) {
    /** Open to everybody. */
    public static final AccessRule NONE = new AccessRule(false, List.of(), List.of());

    public AccessRule {
        scopes = scopes.stream().map(Set::copyOf).toList();
        policies = policies.stream().map(Set::copyOf).toList();
    }

    /** Whether there is no condition at all. */
    public boolean isNone() {
        return !authenticated && scopes.isEmpty() && policies.isEmpty();
    }
}
