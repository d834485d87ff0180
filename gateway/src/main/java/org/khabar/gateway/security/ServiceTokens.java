package org.khabar.gateway.security;

import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The gateway's own access tokens, kept until shortly before they expire. */
@Singleton
public final class ServiceTokens {
    private static final String OWN = "Default";
    private static final String ANONYMOUS = "anonymous";

    private final OidcClients clients;
    private final ConcurrentMap<String, Tokens> kept = new ConcurrentHashMap<>();

    ServiceTokens(OidcClients clients) {
        this.clients = clients;
    }

    /** A token of the gateway's service account. */
    public Uni<String> own() {
        return token(OWN);
    }

    /** A token of the same account, narrowed to what anybody may read. */
    public Uni<String> anonymous() {
        return token(ANONYMOUS);
    }

    private Uni<String> token(String client) {
        Tokens present = kept.get(client);
        if (present != null && !present.isAccessTokenExpired() && !present.isAccessTokenWithinRefreshInterval()) {
            return Uni.createFrom().item(present.getAccessToken());
        }
        return (client.equals(OWN) ? clients.getClient() : clients.getClient(client))
                .getTokens()
                .invoke(tokens -> kept.put(client, tokens))
                .map(Tokens::getAccessToken);
    }
}
