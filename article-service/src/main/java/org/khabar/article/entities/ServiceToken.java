package org.khabar.article.entities;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The access token of this service's own account, asked for again before it expires. Used by one thread. */
@ApplicationScoped
class ServiceToken implements FeedAccess {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final OidcClient client;
    private @Nullable Tokens tokens;

    ServiceToken(OidcClient client) {
        this.client = client;
    }

    @Override
    public String token() {
        Tokens current = tokens;
        if (current == null || current.isAccessTokenWithinRefreshInterval() || expiresSoon(current)) {
            current = client.getTokens().await().atMost(LONGEST_WAIT);
            tokens = current;
        }
        return current.getAccessToken();
    }

    @Override
    public void refused() {
        tokens = null;
    }

    private static boolean expiresSoon(Tokens tokens) {
        Long expiresAt = tokens.getAccessTokenExpiresAt();
        return expiresAt != null && expiresAt * 1000 - MARGIN.toMillis() < System.currentTimeMillis();
    }
}
