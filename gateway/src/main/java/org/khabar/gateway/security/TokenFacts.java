package org.khabar.gateway.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says.
 *
 * @param roles its realm roles
 * @param scopes its scopes
 * @param token the token itself; null when it is none that can be read
 */
record TokenFacts(
        Set<String> roles, Set<String> scopes, @Nullable JsonWebToken token) {
    TokenFacts {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    static TokenFacts of(SecurityIdentity identity) {
        JsonWebToken token = identity.getPrincipal() instanceof JsonWebToken jwt ? jwt : null;
        return new TokenFacts(identity.getRoles(), scopes(token), token);
    }

    /** Whose the token is: {@code sub}, else {@code azp}. All tokens without either are one account. */
    String account() {
        String subject = token == null ? null : token.getSubject();
        Object client = token == null ? null : token.getClaim("azp");
        return "account:" + (subject == null ? text(client) : subject);
    }

    /** RFC 8693, section 4.2: one string, separated by spaces. */
    private static Set<String> scopes(@Nullable JsonWebToken token) {
        Object scope = token == null ? null : token.getClaim("scope");
        return scope == null || text(scope).isBlank()
                ? Set.of()
                : Set.copyOf(List.of(text(scope).trim().split(" +")).stream()
                        .distinct()
                        .toList());
    }

    /** When it ends; null when it does not say. */
    @Nullable
    Instant expiresAt() {
        long seconds = token == null ? 0 : token.getExpirationTime();
        return seconds > 0 ? Instant.ofEpochSecond(seconds) : null;
    }

    /** Whether a claim has a value, or is a list with it. */
    boolean has(List<String> path, String value) {
        Object found = token == null ? null : token.getClaim(path.getFirst());
        for (String step : path.subList(1, path.size())) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found instanceof Collection<?> list
                ? list.stream().anyMatch(item -> text(item).equals(value))
                : found != null && text(found).equals(value);
    }

    private static String text(@Nullable Object value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
