package org.khabar.gateway.security;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policies that schemas name ({@code @policy}), as the configuration defines them. One that it does not, never holds. */
final class Policies {
    private final Map<String, List<Grant>> grants = new HashMap<>();

    Policies(Map<String, List<String>> configured) {
        configured.forEach((policy, texts) ->
                grants.put(policy, texts.stream().map(Grant::parse).toList()));
    }

    /** The policies that hold for a token. */
    Set<String> holdingFor(TokenFacts token) {
        Set<String> holding = new HashSet<>();
        grants.forEach((policy, any) -> {
            if (any.stream().anyMatch(grant -> grant.isGivenBy(token))) {
                holding.add(policy);
            }
        });
        return holding;
    }
}
