package org.khabar.gateway.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.khabar.gateway.execute.AnswerPart;

/**
 * Sends an answer in parts, each as soon as it is there: incremental delivery over HTTP ({@code multipart/mixed}). The
 * next part is asked for once the one before was taken off, for which a client has as long as for a whole request.
 */
final class PartsResponse {
    static final String TYPE = MediaTypes.PARTS + "; boundary=\"-\"; deferSpec=" + MediaTypes.PARTS_VERSION;

    private static final Logger LOG = Logger.getLogger(PartsResponse.class);
    private static final String HEAD = "\r\ncontent-type: application/json; charset=utf-8\r\n\r\n";
    /** Sent with the part before it: clients know by it that the part is over. */
    private static final String BOUNDARY = "\r\n---";

    private static final String END = "--\r\n";

    private final HttpServerResponse response;
    private final Responses responses;
    private final Answered.InParts answer;
    private final Context loop;
    private final Duration patience;
    private boolean isFaulty;

    PartsResponse(
            HttpServerResponse response,
            Responses responses,
            Answered.InParts answer,
            Context loop,
            Duration patience) {
        this.patience = patience;
        this.response = response;
        this.responses = responses;
        this.answer = answer;
        this.loop = loop;
    }

    /** An answer that is all of the only part. */
    static Buffer single(Buffer json) {
        return whole(BOUNDARY, List.of(json.getByteBuf().nioBuffer()), END);
    }

    void send() {
        responses.begin(200);
        response.putHeader("Content-Type", TYPE).setChunked(true);
        send(answer.first(), BOUNDARY, answer.extensions());
    }

    private void send(AnswerPart part, String start, Map<String, Object> extensions) {
        isFaulty |= part.hasErrors();
        List<ByteBuffer> json = part.toParts(extensions, true);
        if (!part.hasNext()) {
            end(whole(start, json, END));
            return;
        }
        long timer = loop.owner().setTimer(patience.toMillis(), _ -> fail(new IllegalStateException("Nobody reads")));
        response.write(whole(start, json, ""))
                .onComplete(_ -> loop.owner().cancelTimer(timer))
                .compose(_ -> Future.fromCompletionStage(answer.rest().next(), loop))
                .onSuccess(next -> send(next, "", Map.of()))
                .onFailure(this::fail);
    }

    /** The JSON of a part with what stands around it, and no copy of it. */
    private static Buffer whole(String start, List<ByteBuffer> json, String end) {
        List<ByteBuffer> pieces = new ArrayList<>();
        pieces.add(StandardCharsets.US_ASCII.encode(start + HEAD));
        pieces.addAll(json);
        pieces.add(StandardCharsets.US_ASCII.encode(BOUNDARY + end));
        return Buffer.buffer(Unpooled.wrappedBuffer(pieces.toArray(ByteBuffer[]::new)));
    }

    private void end(Buffer last) {
        String outcome = isFaulty ? "PARTIAL" : "OK";
        over(outcome);
        responses.leaving(response.end(last));
    }

    /** What was promised cannot be kept; a connection that breaks off tells the client so. */
    private void fail(Throwable failure) {
        answer.rest().cancel();
        if (response.closed() || response.ended()) {
            LOG.debugf("A client left before its answer was complete: %s", failure);
            answer.ended().accept("CANCELLED");
            return;
        }
        LOG.warn("An answer broke off", failure);
        over("INTERNAL");
        response.reset();
    }

    private void over(String outcome) {
        responses.delivered(new Answered.Delivered(
                answer.operation(), outcome, answer.fetches().getAsInt()));
        answer.ended().accept(outcome);
    }
}
