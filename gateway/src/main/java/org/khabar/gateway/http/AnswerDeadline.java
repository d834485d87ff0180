package org.khabar.gateway.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.Future;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Breaks off answers that are not taken. A connection that takes nothing at all is closed anyway, but over HTTP/2 one
 * stream can be left while others are read, and over either an answer can be taken so slowly that it is held for hours.
 */
@Singleton
public final class AnswerDeadline {
    private final HttpConfig config;

    AnswerDeadline(HttpConfig config) {
        this.config = config;
    }

    /**
     * Gives an answer the time that it may take.
     *
     * @param leaving is done when it has left the process
     * @param bytes how long it is
     */
    void watch(RoutingContext context, Future<Void> leaving, long bytes) {
        watch(context, leaving, config.writeTimeout(), bytes);
    }

    /**
     * Gives an answer the time that it may take.
     *
     * @param leaving is done when it has left the process
     * @param patience how long even nothing may take
     * @param bytes how much has not left yet
     */
    public void watch(RoutingContext context, Future<Void> leaving, Duration patience, long bytes) {
        if (leaving.isComplete()) {
            return;
        }
        long timer = context.vertx().setTimer(millis(patience, bytes), _ -> breakOff(context));
        leaving.onComplete(_ -> context.vertx().cancelTimer(timer));
    }

    /**
     * How long a client that reads slowly has for some bytes, in milliseconds.
     *
     * @param patience how long even nothing may take
     */
    public long millis(Duration patience, long bytes) {
        return patience.toMillis() + TimeUnit.SECONDS.toMillis(bytes) / Math.max(1, config.minReadingRate());
    }

    /**
     * Ends the connection that an answer goes out on, or over HTTP/2 its stream, now: Vert.x resets no stream that was
     * written to its end, however much of it waits, and closes no connection before what waits is out. Called on any
     * thread.
     */
    public static void breakOff(RoutingContext context) {
        if (!(context.request().connection() instanceof ConnectionBase known)) {
            UnreadBody.giveUp(context);
            return;
        }
        ChannelHandlerContext channel = known.channelHandlerContext();
        if (channel.executor().inEventLoop()) {
            breakOff(context, channel);
        } else {
            channel.executor().execute(() -> breakOff(context, channel));
        }
    }

    private static void breakOff(RoutingContext context, ChannelHandlerContext channel) {
        if (channel.handler() instanceof Http2ConnectionHandler streams) {
            ChannelFuture unused = streams.resetStream(
                    channel, context.response().streamId(), Http2Error.CANCEL.code(), channel.newPromise());
            channel.flush();
        } else {
            ChannelFuture unused = channel.close();
        }
    }
}
