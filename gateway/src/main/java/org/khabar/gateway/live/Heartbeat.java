package org.khabar.gateway.live;

import io.vertx.core.Vertx;

/**
 * Asks a client for signs of life, and closes its WebSocket when none comes: anything that comes in is one, be it a part of
 * a message, and anything that is taken off after reading was paused. As long as it is paused nothing can be heard, so
 * nothing is asked and nobody is judged: {@link SocketFlow} has a time of its own then. Used on the connection's event
 * loop.
 */
final class Heartbeat {
    private final Vertx vertx;
    private final SocketWriter to;
    private final SocketFlow flow;
    private final Chatter chatter;
    private final LiveConfig config;
    private boolean heard = true;
    private long timer = -1;

    Heartbeat(Vertx vertx, SocketWriter to, SocketFlow flow, Chatter chatter, LiveConfig config) {
        this.vertx = vertx;
        this.to = to;
        this.flow = flow;
        this.chatter = chatter;
        this.config = config;
    }

    /** Asks once in each interval from now on. */
    void begin() {
        after(config.pingInterval().toMillis(), this::ask);
    }

    /** There was a sign of life. */
    void heard() {
        heard = true;
    }

    /** The socket is closed. */
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void after(long millis, Runnable step) {
        timer = vertx.setTimer(Math.max(1, millis), _ -> step.run());
    }

    private void ask() {
        chatter.renew();
        if (flow.isPaused()) {
            begin();
            return;
        }
        heard = false;
        to.send("{\"type\":\"ping\"}");
        after(config.pongTimeout().toMillis(), this::judge);
    }

    private void judge() {
        if (flow.isPaused()) {
            after(config.pongTimeout().toMillis(), this::judge);
        } else if (heard) {
            after(config.pingInterval().minus(config.pongTimeout()).toMillis(), this::ask);
        } else {
            to.close(Protocol.TIMEOUT, "No pong in time");
        }
    }
}
