package org.khabar.entity.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Access tokens as Keycloak issues them. */
public final class Tokens {

    static final String ISSUER = "https://issuer.khabar.test/realms/khabar";
    private static final String AUDIENCE = "khabar";
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private Tokens() {}

    /** A good token of a user with these realm roles. */
    public static String of(String user, String... roles) {
        return token(ISSUER, AUDIENCE, VALIDITY, user, List.of(roles), SigningKeys.known());
    }

    public static String reader() {
        return of("reader", "reader");
    }

    public static String expired() {
        return token(ISSUER, AUDIENCE, VALIDITY.negated(), "reader", List.of("reader"), SigningKeys.known());
    }

    public static String ofOtherIssuer() {
        return token("https://other.test", AUDIENCE, VALIDITY, "reader", List.of("reader"), SigningKeys.known());
    }

    public static String ofOtherAudience() {
        return token(ISSUER, "account", VALIDITY, "reader", List.of("reader"), SigningKeys.known());
    }

    public static String ofOtherKey() {
        return token(ISSUER, AUDIENCE, VALIDITY, "reader", List.of("reader"), SigningKeys.unknown());
    }

    private static String token(
            String issuer, String audience, Duration validity, String user, List<String> roles, PrivateKey key) {
        Instant now = Instant.now();
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject("id-of-" + user)
                .claim("preferred_username", user)
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", roles))
                .issuedAt(now.minus(Duration.ofMinutes(10)))
                .expiresAt(now.plus(validity))
                .sign(key);
    }
}
