package org.khabar.gateway.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.http.Strangers;
import org.khabar.gateway.http.UnreadBody;
import org.khabar.gateway.quota.QuotaException;
import org.khabar.gateway.security.Caller;
import org.khabar.gateway.security.UnauthenticatedException;

/**
 * Who speaks over a WebSocket: said once, in time, in its opening request or its first message; good until the token
 * ends. Used on the connection's event loop.
 */
final class SocketLogin {
    private final RoutingContext opening;
    private final @Nullable Caller known;
    private final Strangers strangers;
    private final Duration timeout;
    private final Context loop;
    private final Vertx vertx;
    private boolean isSaid;
    private boolean isDone;
    private long initTimer = -1;
    private long expiryTimer = -1;

    /**
     * Nobody yet.
     *
     * @param opening the request that the socket is opened with
     * @param known who asked for it; null when that did not say
     * @param timeout how long the first message may take to come
     */
    SocketLogin(RoutingContext opening, @Nullable Caller known, Strangers strangers, Duration timeout, Context loop) {
        this.opening = opening;
        this.known = known;
        this.strangers = strangers;
        this.timeout = timeout;
        this.loop = loop;
        this.vertx = opening.vertx();
    }

    /**
     * Gives the client a time to say who it is, from before there is a socket.
     *
     * @param socket what is there of it when the time is over; gives null when there is none yet
     */
    void waitForInit(Supplier<@Nullable SocketWriter> socket) {
        initTimer = vertx.setTimer(timeout.toMillis(), _ -> {
            SocketWriter open = socket.get();
            if (open == null) {
                UnreadBody.giveUp(opening);
            } else if (!isDone) {
                open.close(Protocol.TIMEOUT, "Connection initialisation timeout");
            }
        });
    }

    /** Nothing is waited for any more. */
    void stopWaiting() {
        vertx.cancelTimer(initTimer);
    }

    /**
     * Finds out who speaks, or closes the socket.
     *
     * @param found is told, on the loop
     */
    void take(ClientMessage.Init init, SocketWriter to, Consumer<Caller> found) {
        if (isSaid) {
            to.close(Protocol.TOO_MANY_INITS, "Too many initialisation requests");
            return;
        }
        isSaid = true;
        String authorization = init.authorization();
        if (authorization == null && known != null) {
            found.accept(known);
            return;
        }
        OnLoop.<Caller>then(
                loop,
                () -> authorization == null ? strangers.identify(opening) : strangers.identify(opening, authorization),
                found,
                failure -> refuse(to, failure));
    }

    private static void refuse(SocketWriter to, Throwable failure) {
        if (failure instanceof UnauthenticatedException) {
            to.close(Protocol.FORBIDDEN, "Forbidden: " + failure.getMessage());
        } else if (failure instanceof QuotaException) {
            to.close(Protocol.TRY_LATER, Chatter.NOT_NOW);
        } else {
            to.close(Protocol.TRY_LATER, "Tokens cannot be verified now");
        }
    }

    /**
     * Lets the caller in until the token ends.
     *
     * @param expired is run then
     */
    void admit(Caller caller, Runnable expired) {
        isDone = true;
        stopWaiting();
        Instant end = caller.expiresAt();
        if (end != null) {
            long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
            expiryTimer = vertx.setTimer(left, _ -> expired.run());
        }
    }

    /** The socket is closed. */
    void stop() {
        stopWaiting();
        vertx.cancelTimer(expiryTimer);
    }
}
