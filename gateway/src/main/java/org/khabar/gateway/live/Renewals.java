package org.khabar.gateway.live;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.security.Caller;
import org.khabar.gateway.security.UnauthenticatedException;

/**
 * Gets the token that a subscription's caller has by now. While the identity provider cannot be asked it is asked again,
 * with pauses that grow and as long as an event stream is; a token that has ended is no matter of waiting. Used on the
 * session's event loop, for one token at a time.
 */
final class Renewals {
    private static final Logger LOG = Logger.getLogger(Renewals.class);

    private final Session session;
    private final Vertx vertx;
    private final Supplier<Uni<? extends Caller>> step;
    private final Retries retries;
    private long timer = -1;
    private boolean isOver;

    /**
     * The tokens of one subscription.
     *
     * @param step gets one
     */
    Renewals(Session session, Vertx vertx, LiveConfig config, Supplier<Uni<? extends Caller>> step) {
        this.session = session;
        this.vertx = vertx;
        this.step = step;
        this.retries = new Retries(config.firstReconnect(), config.longestReconnect(), config.reconnectFor());
        // The subscription was begun with a good one.
        retries.succeeded();
    }

    /**
     * Gets a token.
     *
     * @param renewed is given the caller with it
     * @param failed is told why there is none
     */
    void renew(Consumer<Caller> renewed, Consumer<ExecutionError> failed) {
        OnLoop.<Caller>then(
                session.loop(),
                step,
                caller -> {
                    retries.succeeded();
                    if (!isOver) {
                        renewed.accept(caller);
                    }
                },
                failure -> {
                    if (!isOver) {
                        tryLater(failure, renewed, failed);
                    }
                });
    }

    private void tryLater(Throwable failure, Consumer<Caller> renewed, Consumer<ExecutionError> failed) {
        if (failure instanceof UnauthenticatedException) {
            failed.accept(ExecutionError.of("The token expired", "UNAUTHENTICATED", null));
            return;
        }
        long pause = retries.next();
        if (pause >= 0) {
            timer = vertx.setTimer(
                    pause,
                    _ -> session.run(() -> {
                        if (!isOver) {
                            renew(renewed, failed);
                        }
                    }));
        } else {
            LOG.debugf("A subscription ends, for there is no token to go on with: %s", failure);
            failed.accept(
                    ExecutionError.of("Tokens cannot be had now: subscribe again later", "SUBGRAPH_UNAVAILABLE", null));
        }
    }

    /** Nobody wants one any more, nor hears of one. */
    void stop() {
        isOver = true;
        vertx.cancelTimer(timer);
    }
}
