package org.khabar.gateway.live;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.function.ObjIntConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.memory.MemoryShare;

/**
 * Bounds what a client sends over a WebSocket by the heads of its frames, before anything is put together of them: how
 * much comes before it is known who it is, how large a message is, how many frames there are that are no messages. What
 * has come of a message that is not complete, or is not read yet, is taken out of the client's memory. Used on the
 * connection's event loop.
 */
final class SocketInput extends ChannelInboundHandlerAdapter implements FrameHeads.Listener {
    /** What a part of a message has for free. */
    static final int FREE_BYTES = MemoryShare.LASTING_FREE_BYTES;

    private static final Logger LOG = Logger.getLogger(SocketInput.class);
    private static final String NAME = "khabar-socket-input";
    private static final String DECODER = "khabar-socket-decoder";
    private static final String SERVERS_DECODER = "wsdecoder";

    /** A frame is put together in a buffer that grows by doubling, a message out of frames in another one. */
    private static final int COPIES = 3;

    private static final int HEAD_BYTES = 6;
    /** Whoever divides a message into smaller frames has each of them counted. */
    private static final int SMALL_FRAME = 1024;

    private static final int CONTINUATION = 0;
    private static final int CLOSE = 8;
    private static final int CONTROL = 8;

    private final FrameHeads heads = new FrameHeads();
    private final Chatter chatter;
    private final int maxInitBytes;
    private final int maxMessageBytes;
    private final ObjIntConsumer<String> refused;
    private MemoryShare memory;
    private @Nullable SocketFlow flow;
    private Runnable cameIn = () -> {};
    private boolean isAcknowledged;
    private boolean isRefused;
    private long beforeAcknowledgement;
    private boolean isDataFrame;
    private boolean isLastFrame = true;
    /** Bytes that the frames of the message have, as far as they have begun. */
    private long message;
    /** Bytes of messages that are complete, but not read. */
    private long unread;

    /**
     * Bounds for one socket.
     *
     * @param chatter counts frames that are no messages
     * @param maxInitBytes how much may come before it is acknowledged
     * @param maxMessageBytes how large a message may be
     * @param memory of whoever has opened it
     * @param refused closes it, with a reason and a code
     */
    SocketInput(
            Chatter chatter,
            int maxInitBytes,
            int maxMessageBytes,
            MemoryShare memory,
            ObjIntConsumer<String> refused) {
        this.chatter = chatter;
        this.maxInitBytes = maxInitBytes;
        this.maxMessageBytes = maxMessageBytes;
        this.memory = memory;
        this.refused = refused;
    }

    /**
     * Sees all that comes in from now on. The frames are decoded by a decoder of our own behind it: whatever the server's
     * may have been given before that, this one knows no other bytes than those that were looked at.
     *
     * @param reading says whether messages are read
     * @param anything is run whenever any bytes have come
     */
    void watch(HttpConnection connection, SocketFlow reading, Runnable anything) {
        flow = reading;
        cameIn = anything;
        if (connection instanceof ConnectionBase known
                && known.channel().pipeline().get(SERVERS_DECODER) instanceof ChannelHandler decoder) {
            ChannelPipeline pipeline = known.channel().pipeline();
            pipeline.addAfter(SERVERS_DECODER, NAME, this);
            pipeline.addAfter(NAME, DECODER, new WebSocket13FrameDecoder(decoding()));
            pipeline.remove(decoder);
        } else {
            LOG.error(
                    "WebSockets are not bounded before their messages are complete: there is no decoder of that name");
        }
    }

    private WebSocketDecoderConfig decoding() {
        return WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(maxMessageBytes)
                .closeOnProtocolViolation(false)
                .build();
    }

    /** It is known now whose memory it takes, and it may send more. */
    void acknowledged(MemoryShare own) {
        isAcknowledged = true;
        memory.close();
        memory = own;
        pay();
    }

    /** Nothing of what comes is wanted any more. */
    void drop() {
        isRefused = true;
    }

    /** Messages are read again. */
    void drained() {
        if (!isRefused) {
            unread = 0;
            pay();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        cameIn.run();
        if (bytes instanceof ByteBuf buffer && (isRefused || !heads.read(buffer, this) || !pay())) {
            buffer.release();
            return;
        }
        boolean wasPaused = isPaused();
        int came = bytes instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
        context.fireChannelRead(bytes);
        if (!wasPaused && isPaused() && !isRefused) {
            // What came with the message that was answered last is not read any more.
            unread = came;
            pay();
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

    @Override
    public boolean frame(int opcode, boolean isFinal, long length) {
        isDataFrame = opcode < CONTROL;
        if (length < 0 || length > maxMessageBytes) {
            return refuse(Protocol.TOO_BIG, "A message may have " + maxMessageBytes + " bytes");
        }
        beforeAcknowledgement += isAcknowledged ? 0 : length + HEAD_BYTES;
        if (beforeAcknowledgement > maxInitBytes) {
            return refuse(Protocol.BAD_MESSAGE, "More than " + maxInitBytes + " bytes before the acknowledgement");
        }
        if (isDataFrame) {
            begin(isFinal, length);
        }
        if (message > maxMessageBytes) {
            return refuse(Protocol.TOO_BIG, "A message may have " + maxMessageBytes + " bytes");
        }
        return isFree(opcode, length) || chatter.tryTake() || refuse(Protocol.TRY_LATER, Chatter.TOO_MUCH);
    }

    private static boolean isFree(int opcode, long length) {
        return opcode == CONTINUATION ? length >= SMALL_FRAME : opcode < CONTROL || opcode == CLOSE;
    }

    private void begin(boolean isFinal, long length) {
        if (isLastFrame) {
            complete();
        }
        message += length;
        isLastFrame = isFinal;
    }

    private void complete() {
        unread = isPaused() ? unread + message : 0;
        message = 0;
    }

    private boolean isPaused() {
        SocketFlow reading = flow;
        return reading != null && reading.isPaused();
    }

    /** Whatever is complete is read in this turn of the event loop, and not held, unless the socket is paused. */
    private boolean pay() {
        long left = isDataFrame ? heads.left() : 0;
        if (isLastFrame && left == 0) {
            complete();
        }
        return memory.trySettle(COPIES * (unread + message - left))
                || refuse(Protocol.TRY_LATER, "There is no memory left for what you send");
    }

    private boolean refuse(int code, String reason) {
        isRefused = true;
        refused.accept(reason, code);
        return false;
    }
}
