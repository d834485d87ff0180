package org.khabar.gateway.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Hands the requests of an HTTP/1.1 connection on one at a time: the next one when the one before is answered and the
 * client has taken enough of the answers. What comes meanwhile waits here; when that is too much, the connection is not
 * read. So nobody can make more answers than he reads, and Vert.x, which forgets to close what belongs to an open answer
 * when another request is half there (as of 4.5.27), never sees two.
 */
final class OneAtATime extends ChannelDuplexHandler {
    private static final int MOST_BYTES = 1 << 16;

    private final HeadTimeout heads;
    private final int mostWaiting;
    private final Queue<Object> held = new ArrayDeque<>();
    private int waiting;
    private long bytes;
    private boolean isAnswering;
    private boolean isUpgraded;
    private boolean isStopped;
    /** Whether the server would read if we did not keep it from that. */
    private boolean isReadingWanted;

    /**
     * Made while the first request is handled.
     *
     * @param heads is told of heads that came
     * @param mostWaiting how many requests may wait before the connection is not read
     * @param isAnswering whether that request is still to be answered
     */
    OneAtATime(HeadTimeout heads, int mostWaiting, boolean isAnswering) {
        this.heads = heads;
        this.mostWaiting = mostWaiting;
        this.isAnswering = isAnswering;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!isUpgraded && message instanceof HttpRequest) {
            heads.headCame();
        }
        if (!isUpgraded && message instanceof LastHttpContent) {
            heads.requestCame();
        }
        if (held.isEmpty() && !mustWait(context, message)) {
            handOn(context, message);
            return;
        }
        held.add(message);
        count(message, 1);
        if (isFull() && !isStopped) {
            stop(context);
        }
    }

    private boolean mustWait(ChannelHandlerContext context, Object message) {
        return !isUpgraded
                && message instanceof HttpRequest
                && (isAnswering || !context.channel().isWritable());
    }

    private void handOn(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            isAnswering = true;
        }
        context.fireChannelRead(message);
    }

    private void count(Object message, int sign) {
        if (message instanceof HttpRequest) {
            waiting += sign;
        }
        if (message instanceof HttpContent content) {
            bytes += (long) sign * content.content().readableBytes();
        }
    }

    private boolean isFull() {
        return waiting >= mostWaiting || bytes >= MOST_BYTES;
    }

    private void stop(ChannelHandlerContext context) {
        isReadingWanted = context.channel().config().isAutoRead();
        isStopped = true;
        context.channel().config().setAutoRead(false);
    }

    private void goOn(ChannelHandlerContext context) {
        isStopped = false;
        if (isReadingWanted) {
            context.channel().config().setAutoRead(true);
        }
    }

    /** The server, which paused the connection for a request's sake, wants to read on. */
    @Override
    public void read(ChannelHandlerContext context) {
        if (isStopped && context.channel().config().isAutoRead()) {
            isReadingWanted = true;
            context.channel().config().setAutoRead(false);
        } else if (!isStopped) {
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean isPreliminary = false;
        if (message instanceof HttpResponse response) {
            isUpgraded |= response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
            isPreliminary = response.status().codeClass() == HttpStatusClass.INFORMATIONAL && !isUpgraded;
            if (isUpgraded) {
                heads.noMoreHeads();
            }
        }
        context.write(message, promise);
        if (message instanceof LastHttpContent && !isPreliminary) {
            isAnswering = false;
            handOnLater(context);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        if (context.channel().isWritable()) {
            handOnLater(context);
        }
    }

    /** Not now, for the server is in the middle of writing. */
    private void handOnLater(ChannelHandlerContext context) {
        if (!held.isEmpty()) {
            context.executor().execute(() -> handOnHeld(context));
        }
    }

    /** Reading goes on first, so that a server that wants to pause it while it is given something can do so. */
    private void handOnHeld(ChannelHandlerContext context) {
        if (held.isEmpty() || mustWait(context, held.element())) {
            return;
        }
        if (isStopped) {
            goOn(context);
        }
        while (!held.isEmpty() && !mustWait(context, held.element())) {
            Object next = held.remove();
            count(next, -1);
            handOn(context, next);
        }
        context.fireChannelReadComplete();
        if (isFull()) {
            stop(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        drop();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        drop();
    }

    private void drop() {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
