package org.khabar.gateway.security;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds out who is asking. */
@Singleton
public final class Callers {
    private static final String BEARER = "Bearer ";

    /** Quarkus would answer a bad token itself, without a GraphQL error. */
    private static final BiConsumer<RoutingContext, Throwable> OWN_ANSWER = (_, _) -> {};

    private final IdentityProviderManager identities;
    private final ServiceTokens tokens;
    private final SecurityConfig config;
    private final Policies policies;
    private final VerifiedTokens verified;

    Callers(IdentityProviderManager identities, ServiceTokens tokens, SecurityConfig config) {
        this.identities = identities;
        this.tokens = tokens;
        this.config = config;
        this.policies = new Policies(config.policies());
        this.verified = new VerifiedTokens(config.tokens(), InstantSource.system(), Ticker.systemTicker());
    }

    /**
     * The caller whose token was found good a moment ago; null when it has to be found out who asks.
     *
     * @param authorization the header; null when there is none
     */
    public @Nullable Caller findKnown(@Nullable String authorization) {
        return authorization == null ? null : verified.find(canonical(authorization));
    }

    /**
     * Whether a token was found good before and has not ended since.
     *
     * @param authorization the header; null when there is none
     */
    public boolean isFamiliar(@Nullable String authorization) {
        return authorization != null && verified.wasGood(canonical(authorization));
    }

    /** The header as most write it, by which a token is remembered: the scheme's case and further spaces say nothing. */
    private static String canonical(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        boolean usual = authorization.startsWith(BEARER) && authorization.charAt(authorization.length() - 1) > ' ';
        return !bearer || usual && authorization.charAt(BEARER.length()) > ' '
                ? authorization
                : BEARER + authorization.substring(BEARER.length()).trim();
    }

    /**
     * The caller of a request, without blocking.
     *
     * @return fails with {@link UnauthenticatedException} when there is no token and none is dispensed with, or when
     *     the token is not good, and otherwise when that cannot be found out now
     */
    public Uni<Caller> identify(RoutingContext context) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        Caller known = findKnown(authorization);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, OWN_ANSWER);
        return QuarkusHttpUser.getSecurityIdentity(context, identities)
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> badToken(authorization, failure))
                .flatMap(identity -> identify(context, authorization, identity));
    }

    /**
     * The caller of a connection that names its token only after it was opened, as browsers must.
     *
     * @param opening the request that opened the connection
     * @param authorization what would stand in the header: {@code Bearer TOKEN}
     * @see #identify(RoutingContext)
     */
    public Uni<Caller> identify(RoutingContext opening, String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().failure(UnauthenticatedException.badToken(new IllegalStateException("No bearer")));
        }
        Caller known = findKnown(authorization);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        AccessTokenCredential token = new AccessTokenCredential(
                authorization.substring(BEARER.length()).trim());
        return identities
                .authenticate(
                        HttpSecurityUtils.setRoutingContextAttribute(new TokenAuthenticationRequest(token), opening))
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> badToken(authorization, failure))
                .map(identity -> remembered(authorization, caller(identity, token)));
    }

    private UnauthenticatedException badToken(@Nullable String authorization, Throwable failure) {
        if (authorization != null) {
            verified.forget(canonical(authorization));
        }
        return UnauthenticatedException.badToken(failure);
    }

    private Caller remembered(@Nullable String authorization, Caller caller) {
        if (authorization != null && caller.authorization().equals(canonical(authorization))) {
            verified.remember(caller.authorization(), caller);
        }
        return caller;
    }

    /**
     * The same caller, later: who is served with the gateway's own token gets one that is good now.
     *
     * @return fails with {@link UnauthenticatedException} when the caller's own token has ended, and otherwise when there
     *     is none of the gateway's now; on any thread
     */
    public Uni<Caller> renew(Caller caller) {
        if (!caller.isLoggedIn()) {
            return tokens.anonymous().map(own -> Caller.stranger(caller.id(), own));
        }
        Instant end = caller.expiresAt();
        return end == null || end.isAfter(Instant.now())
                ? Uni.createFrom().item(caller)
                : Uni.createFrom().failure(UnauthenticatedException.expired());
    }

    private Uni<Caller> identify(RoutingContext context, @Nullable String authorization, SecurityIdentity identity) {
        AccessTokenCredential token =
                identity.isAnonymous() ? null : identity.getCredential(AccessTokenCredential.class);
        if (token != null) {
            return Uni.createFrom().item(remembered(authorization, caller(identity, token)));
        }
        if (authorization != null) {
            return Uni.createFrom().failure(UnauthenticatedException.badToken(new IllegalStateException("No bearer")));
        }
        return config.anonymousAccess()
                ? tokens.anonymous().map(own -> Caller.stranger(ClientAddress.of(context.request()), own))
                : Uni.createFrom().failure(UnauthenticatedException.noToken());
    }

    private Caller caller(SecurityIdentity identity, AccessTokenCredential token) {
        TokenFacts facts = TokenFacts.of(identity);
        return new Caller(
                facts.account(),
                true,
                facts.roles(),
                facts.scopes(),
                policies.holdingFor(facts),
                "Bearer " + token.getToken(),
                facts.expiresAt());
    }
}
