package org.khabar.gateway.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking.
 *
 * @param id the account's id, or the address of somebody who is not logged in
 * @param isLoggedIn whether the caller came with a token; otherwise the gateway asks with its own
 * @param roles the realm roles that the token names
 * @param scopes the scopes that the token grants
 * @param policies the configured policies that hold for the token
 * @param authorization the {@code Authorization} header that subgraphs are sent
 * @param expiresAt when the caller's token ends; null when it does not, or is the gateway's own
 */
public record Caller(
        String id,
        boolean isLoggedIn,
        Set<String> roles,
        Set<String> scopes,
        Set<String> policies,
        String authorization,
        @Nullable Instant expiresAt) {
    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        policies = Set.copyOf(policies);
    }

    /** Somebody without a token, who may do what a reader may. */
    static Caller stranger(String address, String ownToken) {
        return new Caller(address, false, Set.of("reader"), Set.of(), Set.of(), "Bearer " + ownToken, null);
    }

    /** Whether the caller runs this installation. */
    public boolean isAdmin() {
        return roles.contains("admin");
    }
}
