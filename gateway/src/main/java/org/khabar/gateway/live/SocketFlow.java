package org.khabar.gateway.live;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;

/**
 * Takes no more messages from a client that does not take off what it was sent, and breaks its connection off when that
 * lasts. Used on the connection's event loop.
 */
final class SocketFlow {
    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final Vertx vertx;
    private final LongUnaryOperator patience;
    private long timer = -1;
    private boolean isPaused;
    private long pausedAt;
    /** Bytes that are to be taken off before messages are read again. */
    private long waiting;

    /**
     * Watches one socket.
     *
     * @param patience how many milliseconds so many bytes may wait
     */
    SocketFlow(ServerWebSocket socket, HttpConnection connection, Vertx vertx, LongUnaryOperator patience) {
        this.socket = socket;
        this.connection = connection;
        this.vertx = vertx;
        this.patience = patience;
    }

    /** So many bytes were written. */
    void written(int bytes) {
        if (isPaused) {
            waiting += bytes;
        } else if (!socket.isClosed() && socket.writeQueueFull()) {
            isPaused = true;
            pausedAt = System.nanoTime();
            waiting =
                    connection instanceof ConnectionBase known ? known.channel().bytesBeforeWritable() : bytes;
            socket.pause();
            waitOn();
        }
    }

    /** What was written meanwhile waits, too, and has its time. */
    private void waitOn() {
        long gone = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pausedAt);
        long left = patience.applyAsLong(waiting) - gone;
        if (left <= 0) {
            breakOff();
        } else {
            timer = vertx.setTimer(left, _ -> waitOn());
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
