package org.khabar.gateway.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Closes a connection whose client takes nothing, or next to nothing, of what waits to be sent to it. */
final class WriteTimeout extends ChannelInboundHandlerAdapter {
    /** Who takes less than that in the time does not read. */
    private static final long LEAST_BYTES = 1 << 16;

    private final Duration timeout;
    private @Nullable ScheduledFuture<?> timer;

    WriteTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            stop();
        } else if (timer == null) {
            start(context);
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    private void start(ChannelHandlerContext context) {
        long waiting = waiting(context);
        timer = context.executor().schedule(() -> check(context, waiting), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void check(ChannelHandlerContext context, long before) {
        if (before - waiting(context) < LEAST_BYTES) {
            context.close();
        } else {
            start(context);
        }
    }

    /** Bytes that were not sent; of the one buffer that is being sent, what is left of it. */
    private static long waiting(ChannelHandlerContext context) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes() - buffer.currentProgress();
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
