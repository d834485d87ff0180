package org.khabar.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that come on a connection before the one in front of them is answered. */
class OneAtATimeTest {
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new OneAtATime(new HeadTimeout(Duration.ofSeconds(1)), 3, true));

    private void asks(String... paths) {
        for (String path : paths) {
            channel.writeInbound(
                    new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path),
                    LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    private void answer(HttpResponseStatus status) {
        channel.write(response(status, 0));
        channel.runPendingTasks();
    }

    private static HttpResponse response(HttpResponseStatus status, int bytes) {
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.buffer(bytes).writeZero(bytes));
    }

    /** The paths of the requests that the server was given since it was last asked. */
    private List<String> handedOn() {
        List<String> paths = new ArrayList<>();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpRequest request) {
                paths.add(request.uri());
            }
        }
        return paths;
    }

    private boolean isRead() {
        return channel.config().isAutoRead();
    }

    @Test
    void theNextRequestIsHandedOnWhenTheOneBeforeIsAnswered() {
        asks("/1", "/2");
        assertThat(handedOn()).isEmpty();

        answer(HttpResponseStatus.OK);
        assertThat(handedOn()).containsExactly("/1");
        answer(HttpResponseStatus.OK);
        assertThat(handedOn()).containsExactly("/2");
        answer(HttpResponseStatus.OK);
        asks("/3");
        assertThat(handedOn()).containsExactly("/3");
    }

    @Test
    void whatSaysGoOnIsNoAnswer() {
        asks("/1");
        answer(HttpResponseStatus.CONTINUE);
        assertThat(handedOn()).isEmpty();
    }

    @Test
    void theConnectionIsNotReadWhileTooManyWait() {
        asks("/1", "/2");
        assertThat(isRead()).isTrue();
        asks("/3");
        assertThat(isRead()).isFalse();

        answer(HttpResponseStatus.OK);
        assertThat(handedOn()).containsExactly("/1");
        assertThat(isRead()).isTrue();
    }

    @Test
    void aLargeBodyThatWaitsCountsAsTooMuchAndIsLetGoOfWithTheConnection() {
        ByteBuf body = Unpooled.buffer(70_000).writeZero(70_000);
        channel.writeInbound(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/1"), new DefaultHttpContent(body));
        assertThat(isRead()).isFalse();

        channel.close();
        assertThat(body.refCnt()).isZero();
    }

    @Test
    void aServerThatWouldReadOnDoesSoLater() {
        channel.config().setAutoRead(false);
        asks("/1", "/2", "/3");
        channel.config().setAutoRead(true);
        assertThat(isRead()).isFalse();

        answer(HttpResponseStatus.OK);
        assertThat(isRead()).isTrue();
    }

    @Test
    void aServerThatPausedStaysPaused() {
        channel.config().setAutoRead(false);
        asks("/1", "/2", "/3");

        answer(HttpResponseStatus.OK);
        assertThat(isRead()).isFalse();
    }

    @Test
    void nothingMoreIsAnsweredToWhoDoesNotRead() {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(100, 1_000));
        channel.write(response(HttpResponseStatus.OK, 5_000));
        channel.runPendingTasks();
        asks("/1");
        assertThat(handedOn()).isEmpty();

        channel.flush();
        channel.runPendingTasks();
        assertThat(handedOn()).containsExactly("/1");
    }

    @Test
    void whatComesAfterAnUpgradeIsNoRequest() {
        answer(HttpResponseStatus.SWITCHING_PROTOCOLS);
        for (int i = 0; i < 10; i++) {
            channel.writeInbound(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        }
        assertThat(channel.inboundMessages()).hasSize(10).allMatch(HttpContent.class::isInstance);
        assertThat(isRead()).isTrue();
    }
}
