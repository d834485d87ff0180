package org.khabar.gateway.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.quota.QuotaException;
import org.khabar.gateway.quota.Quotas;
import org.khabar.gateway.security.Caller;
import org.khabar.gateway.security.Callers;
import org.khabar.gateway.security.ClientAddress;
import org.khabar.gateway.security.UnauthenticatedException;

/**
 * Bounds how often an address may ask without saying credibly who does: looking at a token costs more than many a query,
 * and nobody's quota counts what comes with none that is good. Whoever has shown a good one is no stranger, whatever
 * others do at the same address.
 */
@Singleton
public final class Strangers {
    private final Callers callers;
    private final Quotas quotas;

    Strangers(Callers callers, Quotas quotas) {
        this.callers = callers;
        this.quotas = quotas;
    }

    /**
     * The caller of a request, without blocking. One who cannot be named costs the address a request.
     *
     * @return fails as {@link Callers#identify(RoutingContext)} does, and with {@link QuotaException} when the token is
     *     not known and the address has no request left
     */
    public Uni<Caller> identify(RoutingContext context) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        Caller known = callers.findKnown(authorization);
        return known == null
                ? bounded(context.request(), authorization, () -> callers.identify(context))
                : Uni.createFrom().item(known);
    }

    /**
     * The caller of a connection that names its token only after it was opened, by the same rules.
     *
     * @param opening the request that opened the connection
     * @param authorization what would stand in the header
     */
    public Uni<Caller> identify(RoutingContext opening, String authorization) {
        return bounded(opening.request(), authorization, () -> callers.identify(opening, authorization));
    }

    private Uni<Caller> bounded(HttpServerRequest request, @Nullable String authorization, Supplier<Uni<Caller>> look) {
        String address = ClientAddress.of(request);
        if (!callers.isFamiliar(authorization)) {
            try {
                quotas.requireLeft(address);
            } catch (QuotaException tooOften) {
                return Uni.createFrom().failure(tooOften);
            }
        }
        return look.get().onFailure(UnauthenticatedException.class).invoke(() -> charge(address));
    }

    /** Who asked at once with others may find nothing left; the next one will not be looked at. */
    private void charge(String address) {
        try {
            quotas.take(address, 1);
        } catch (QuotaException _) {
            // It is answered already.
        }
    }

    /**
     * Counts a request for its address that is answered before it is found out who asks.
     *
     * @throws QuotaException when the address asks too often
     */
    public void count(HttpServerRequest request) {
        quotas.take(ClientAddress.of(request), 1);
    }

    /**
     * The same, for what is answered by {@link Responses}.
     *
     * @throws RequestException when the address asks too often
     */
    void countRefused(HttpServerRequest request) {
        try {
            count(request);
        } catch (QuotaException tooOften) {
            throw RequestException.turnedAway(tooOften);
        }
    }
}
