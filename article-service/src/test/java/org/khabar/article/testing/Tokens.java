package org.khabar.article.testing;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Access tokens as Keycloak issues them, signed with the test key whose public half the service knows. */
public final class Tokens {

    public static final String ISSUER = "https://issuer.khabar.test/realms/khabar";

    private static final String KEY = "keys/test-signing-key.pem";
    private static final String OTHER_KEY = "keys/other-signing-key.pem";

    private Tokens() {}

    /** A good token of a user with these realm roles. */
    public static String of(String user, String... roles) {
        return claims(ISSUER, "khabar", Duration.ofMinutes(5), user, List.of(roles), KEY);
    }

    public static String reader() {
        return of("reader", "reader");
    }

    public static String editor() {
        return of("editor", "reader", "editor");
    }

    public static String admin() {
        return of("admin", "reader", "admin");
    }

    public static String service() {
        return of("service-account-khabar-entities", "service");
    }

    public static String expired() {
        return claims(ISSUER, "khabar", Duration.ofMinutes(-5), "reader", List.of("reader"), KEY);
    }

    public static String ofOtherIssuer() {
        return claims("https://other.test", "khabar", Duration.ofMinutes(5), "reader", List.of("reader"), KEY);
    }

    public static String ofOtherAudience() {
        return claims(ISSUER, "account", Duration.ofMinutes(5), "reader", List.of("reader"), KEY);
    }

    public static String ofOtherKey() {
        return claims(ISSUER, "khabar", Duration.ofMinutes(5), "reader", List.of("reader"), OTHER_KEY);
    }

    private static String claims(
            String issuer, String audience, Duration validity, String user, List<String> roles, String key) {
        long now = System.currentTimeMillis() / 1000;
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject("id-of-" + user)
                .claim("preferred_username", user)
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", roles))
                .issuedAt(now - 600)
                .expiresAt(now + validity.toSeconds())
                .sign(key);
    }
}
