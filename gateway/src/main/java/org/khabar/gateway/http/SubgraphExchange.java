package org.khabar.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.SubgraphFailure;
import org.khabar.gateway.execute.SubgraphRequest;

/** One request to a subgraph and its answer, which is bounded. */
final class SubgraphExchange {
    private final SubgraphRequest request;
    private final int maxBytes;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    private volatile @Nullable HttpClientRequest sent;

    SubgraphExchange(SubgraphRequest request, int maxBytes) {
        this.request = request;
        this.maxBytes = maxBytes;
    }

    CompletableFuture<byte[]> answer() {
        return answer;
    }

    void start(HttpClientRequest connected) {
        sent = connected;
        connected.exceptionHandler(this::fail);
        if (answer.isDone()) {
            connected.reset();
            return;
        }
        connected.response().onSuccess(this::read).onFailure(this::fail);
        connected.end(Buffer.buffer(request.body()));
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        if (response.statusCode() != 200 && !isGraphqlResponse(response)) {
            refuse("it answered with status " + response.statusCode());
            return;
        }
        AnswerBody body = AnswerBody.of(response.getHeader("Content-Length"), maxBytes);
        response.handler(chunk -> append(body, chunk));
        response.endHandler(_ -> answer.complete(body.toBytes()));
    }

    /** A 4xx of that media type still holds a GraphQL response (GraphQL over HTTP, section 6.4.2). */
    private static boolean isGraphqlResponse(HttpClientResponse response) {
        String type = response.getHeader("Content-Type");
        return response.statusCode() >= 400
                && response.statusCode() < 500
                && type != null
                && type.startsWith("application/graphql-response+json");
    }

    private void append(AnswerBody body, Buffer chunk) {
        if (!body.tryAppend(chunk)) {
            refuse("its answer is larger than " + maxBytes + " bytes");
        } else if (!request.budget().take(chunk.length())) {
            refuse(SubgraphFailure.tooLarge(request.subgraph(), request.budget()));
        }
    }

    private void refuse(String detail) {
        refuse(SubgraphFailure.unavailable(request.subgraph(), detail));
    }

    private void refuse(SubgraphFailure failure) {
        if (answer.completeExceptionally(failure)) {
            reset();
        }
    }

    void fail(Throwable cause) {
        answer.completeExceptionally(SubgraphFailure.unavailable(request.subgraph(), "it cannot be reached", cause));
    }

    void timeOut() {
        TimeoutException cause = new TimeoutException("No answer in time");
        if (answer.completeExceptionally(SubgraphFailure.timeout(request.subgraph(), cause))) {
            reset();
        }
    }

    void giveUpIfCancelled() {
        if (answer.isCancelled()) {
            reset();
        }
    }

    private void reset() {
        HttpClientRequest open = sent;
        if (open != null) {
            open.reset();
        }
    }
}
