package org.khabar.entity.mention;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The access token of this service's own account, asked for again before it expires. Used by one thread. */
@ApplicationScoped
class FeedToken {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final OidcClient client;
    private @Nullable Tokens tokens;

    FeedToken(OidcClient client) {
        this.client = client;
    }

    /** A token that is valid for a while. Blocks while the identity provider is asked. */
    String get() {
        Tokens current = tokens;
        if (current == null || current.isAccessTokenWithinRefreshInterval() || expiresSoon(current)) {
            current = client.getTokens().await().atMost(LONGEST_WAIT);
            tokens = current;
        }
        return current.getAccessToken();
    }

    /** Forgets the token, when the feed does not take it. */
    void discard() {
        tokens = null;
    }

    private static boolean expiresSoon(Tokens tokens) {
        Long expiresAt = tokens.getAccessTokenExpiresAt();
        return expiresAt != null && expiresAt * 1000 - MARGIN.toMillis() < System.currentTimeMillis();
    }
}
