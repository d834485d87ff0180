package org.khabar.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long a connection is waited for. */
class TimeoutsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HeadTimeout heads = new HeadTimeout(TIMEOUT);

    private static void pass(EmbeddedChannel channel, int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private static EmbeddedChannel frozen(EmbeddedChannel channel) {
        channel.freezeTime();
        return channel;
    }

    private static void drip(EmbeddedChannel channel) {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {'G'}));
    }

    @Test
    void aByteNowAndThenDoesNotKeepAConnectionWithoutARequest() {
        EmbeddedChannel channel = frozen(new EmbeddedChannel(heads));
        drip(channel);
        pass(channel, 6);
        drip(channel);
        assertThat(channel.isOpen()).isTrue();
        pass(channel, 5);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void laterHeadsHaveAsLongFromTheirFirstByte() {
        EmbeddedChannel channel = frozen(new EmbeddedChannel(heads));
        heads.headCame();
        drip(channel);
        pass(channel, 60);
        heads.requestCame();
        pass(channel, 60);
        assertThat(channel.isOpen()).isTrue();

        drip(channel);
        pass(channel, 6);
        drip(channel);
        pass(channel, 5);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void messagesOfAWebSocketAreNoLateHeads() {
        EmbeddedChannel channel = frozen(new EmbeddedChannel(heads, new OneAtATime(heads, 8, true)));
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        channel.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS));
        drip(channel);
        pass(channel, 60);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aHeadIsNotLateWhileItIsNotRead() {
        EmbeddedChannel channel = frozen(new EmbeddedChannel(heads));
        channel.config().setAutoRead(false);
        pass(channel, 11);
        assertThat(channel.isOpen()).isTrue();

        channel.config().setAutoRead(true);
        pass(channel, 11);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoTakesNothingOfWhatWasWrittenIsNotServedAnyLonger() {
        EmbeddedChannel channel = unread();
        channel.writeAndFlush(Unpooled.buffer(5_000).writeZero(5_000));
        pass(channel, 9);
        assertThat(channel.isOpen()).isTrue();
        pass(channel, 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoHasTakenItInTheEndStays() {
        EmbeddedChannel channel = frozen(new EmbeddedChannel(new WriteTimeout(TIMEOUT)));
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(100, 1_000));
        channel.write(Unpooled.buffer(5_000).writeZero(5_000));
        pass(channel, 9);
        channel.flush();
        pass(channel, 60);
        assertThat(channel.isOpen()).isTrue();
    }

    /** A channel whose client reads nothing: what is written is never flushed. */
    private static EmbeddedChannel unread() {
        EmbeddedChannel channel = frozen(new EmbeddedChannel(new WithoutFlush(), new WriteTimeout(TIMEOUT)));
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(100, 1_000));
        return channel;
    }

    private static final class WithoutFlush extends ChannelOutboundHandlerAdapter {
        @Override
        public void flush(ChannelHandlerContext context) {
            // Nobody reads.
        }
    }
}
