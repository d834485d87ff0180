package org.khabar.gateway.live;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.impl.WebSocketInternal;
import org.jboss.logging.Logger;
import org.khabar.gateway.memory.MemoryShare;

/**
 * Takes what has come of a subgraph's event that is not complete out of the memory of whoever subscribed. Counts bytes
 * since the last message, and not frames, for it may see the first of them late. Used on the connection's event loop.
 */
final class UpstreamInput extends ChannelInboundHandlerAdapter {
    /** What a part of an event has for free. */
    static final int FREE_BYTES = 1 << 14;

    private static final Logger LOG = Logger.getLogger(UpstreamInput.class);
    private static final String NAME = "khabar-upstream-input";
    private static final String DECODER = "ws-decoder";

    /** A frame is put together in a buffer that grows by doubling, a message out of frames in another one. */
    private static final int COPIES = 3;

    private final MemoryShare memory;
    private final Runnable full;
    private long came;
    private boolean isFull;

    private UpstreamInput(MemoryShare memory, Runnable full) {
        this.memory = memory;
        this.full = full;
    }

    /**
     * Sees all that comes in from now on.
     *
     * @param memory is closed when the connection is gone
     * @param full is run when there is no memory left; the connection is broken off then
     */
    static UpstreamInput watch(WebSocket socket, MemoryShare memory, Runnable full) {
        UpstreamInput input = new UpstreamInput(memory, full);
        ChannelPipeline pipeline = socket instanceof WebSocketInternal known
                ? known.channelHandlerContext().pipeline()
                : null;
        if (pipeline != null && pipeline.get(DECODER) != null) {
            pipeline.addBefore(DECODER, NAME, input);
        } else {
            LOG.error("Parts of events are not counted: there is no decoder of that name");
        }
        return input;
    }

    /** A message was complete. */
    void taken() {
        came = 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (bytes instanceof ByteBuf buffer) {
            came += buffer.readableBytes();
            if (isFull || !memory.trySettle(COPIES * came)) {
                buffer.release();
                breakOff(context);
                return;
            }
        }
        context.fireChannelRead(bytes);
        if (came == 0) {
            memory.trySettle(0);
        }
    }

    private void breakOff(ChannelHandlerContext context) {
        if (!isFull) {
            isFull = true;
            full.run();
            ChannelFuture unused = context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        memory.close();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        memory.close();
    }
}
