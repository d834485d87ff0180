package org.khabar.gateway.security;

import java.util.Set;

/**
 * Who is asking.
 *
 * @param roles the realm roles that the token names
 * @param authorization the {@code Authorization} header that subgraphs are sent
 */
public record Caller(Set<String> roles, String authorization) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller runs this installation. */
    public boolean isAdmin() {
        return roles.contains("admin");
    }
}
