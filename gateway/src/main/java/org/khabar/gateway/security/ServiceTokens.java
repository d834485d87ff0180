package org.khabar.gateway.security;

import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's own access tokens, kept until they expire. From shortly before that on
 * ({@code quarkus.oidc-client.refresh-token-time-skew}) a new one is asked for while the old one is still used. However
 * many need one, it is asked for once at a time.
 */
@Singleton
public final class ServiceTokens {
    private static final Logger LOG = Logger.getLogger(ServiceTokens.class);
    private static final String OWN = "Default";
    private static final String ANONYMOUS = "anonymous";

    private final OidcClients clients;
    private final ConcurrentMap<String, Tokens> kept = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, CompletableFuture<Tokens>> coming = new ConcurrentHashMap<>();

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
        if (present == null || present.isAccessTokenExpired()) {
            return onOwnContext(Uni.createFrom()
                            .completionStage(() -> refresh(client).copy()))
                    .map(Tokens::getAccessToken);
        }
        if (present.isAccessTokenWithinRefreshInterval()) {
            refresh(client);
        }
        return Uni.createFrom().item(present.getAccessToken());
    }

    /** The request for a token that is under way, or a new one. Nobody who waits for it can cancel it. */
    private CompletableFuture<Tokens> refresh(String client) {
        CompletableFuture<Tokens> mine = new CompletableFuture<>();
        CompletableFuture<Tokens> running = coming.putIfAbsent(client, mine);
        if (running != null) {
            return running;
        }
        Uni.createFrom()
                .deferred(() -> (client.equals(OWN) ? clients.getClient() : clients.getClient(client)).getTokens())
                .subscribe()
                .with(tokens -> taken(client, mine, tokens), failure -> failed(client, mine, failure));
        return mine;
    }

    private void taken(String client, CompletableFuture<Tokens> mine, Tokens tokens) {
        kept.put(client, tokens);
        coming.remove(client, mine);
        mine.complete(tokens);
    }

    private void failed(String client, CompletableFuture<Tokens> mine, Throwable failure) {
        LOG.debugf("No new token of %s: %s", client, failure);
        coming.remove(client, mine);
        mine.completeExceptionally(failure);
    }

    /** Another request may have asked first, on another event loop: each goes on where it was. */
    private static Uni<Tokens> onOwnContext(Uni<Tokens> tokens) {
        @Nullable Context own = Vertx.currentContext();
        return own == null ? tokens : tokens.emitOn(task -> own.runOnContext(_ -> task.run()));
    }
}
