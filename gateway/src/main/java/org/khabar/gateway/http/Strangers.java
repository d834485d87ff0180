package org.khabar.gateway.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
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
        HttpServerRequest request = context.request();
        Caller known = callers.findKnown(request);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        String address = ClientAddress.of(request);
        if (!callers.isFamiliar(request)) {
            try {
                quotas.requireLeft(address);
            } catch (QuotaException tooOften) {
                return Uni.createFrom().failure(tooOften);
            }
        }
        return callers.identify(context)
                .onFailure(UnauthenticatedException.class)
                .invoke(() -> charge(address));
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
}
