package org.khabar.gateway.live;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/**
 * Takes no more messages from a client that does not take off what it was sent, and breaks its connection off when that
 * lasts. Used on the connection's event loop.
 */
final class SocketFlow {
    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final Vertx vertx;
    private final Duration unreadTimeout;
    private long timer = -1;
    private boolean isPaused;

    SocketFlow(ServerWebSocket socket, HttpConnection connection, Vertx vertx, Duration unreadTimeout) {
        this.socket = socket;
        this.connection = connection;
        this.vertx = vertx;
        this.unreadTimeout = unreadTimeout;
    }

    /** Something was written. */
    void written() {
        if (!isPaused && !socket.isClosed() && socket.writeQueueFull()) {
            isPaused = true;
            socket.pause();
            timer = vertx.setTimer(unreadTimeout.toMillis(), _ -> breakOff());
        }
    }

    /** The client took off what was written. */
    void drained() {
        if (isPaused) {
            stop();
            isPaused = false;
            socket.resume();
        }
    }

    /** Whether nothing is read from the client now. */
    boolean isPaused() {
        return isPaused;
    }

    /** The socket is closed. */
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Runs a step when the connection is gone, which a paused socket does not say. */
    void whenGone(Runnable step) {
        if (connection instanceof ConnectionBase known) {
            known.channel().closeFuture().addListener(_ -> step.run());
        }
    }

    /** Closing it in order, as the channel itself would, waits for the client to take off what was written. */
    private void breakOff() {
        if (connection instanceof ConnectionBase known) {
            ChannelFuture unused = known.channelHandlerContext().close();
        } else {
            connection.close();
        }
    }
}
