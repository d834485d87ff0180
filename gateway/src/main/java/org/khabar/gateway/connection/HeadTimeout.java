package org.khabar.gateway.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the head of a request does not come in time: of the first from when the connection was
 * opened, of others from their first byte. An idle timeout alone starts anew with every byte.
 */
final class HeadTimeout extends ChannelInboundHandlerAdapter {
    private final Duration timeout;
    private boolean isAwaited = true;
    private @Nullable ScheduledFuture<?> timer;

    HeadTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    /** The head of a request is there. */
    void headCame() {
        isAwaited = false;
        stop();
    }

    /** A request is there as a whole; whatever comes now belongs to the next one. */
    void requestCame() {
        isAwaited = true;
    }

    /** What comes on the connection from now on are no requests any more. */
    void noMoreHeads() {
        headCame();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        start(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (isAwaited && timer == null) {
            start(context);
        }
        context.fireChannelRead(bytes);
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
        timer = context.executor().schedule(() -> over(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** It is not the client's fault when its connection is not read. */
    private void over(ChannelHandlerContext context) {
        if (context.channel().config().isAutoRead()) {
            context.close();
        } else {
            start(context);
        }
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
