package org.khabar.deploy.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.khabar.deploy.StackException;

/** HTTP/1.1 requests whose failures a user can read. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Http() {}

    /** @throws StackException if no answer comes */
    static HttpResponse<String> send(HttpRequest request, String whom) {
        return send(request, whom, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** As {@link #send(HttpRequest, String)}; the answer's lines are taken as they come, and must be closed. */
    static HttpResponse<Stream<String>> sendForLines(HttpRequest request, String whom) {
        return send(request, whom, BodyHandlers.ofLines());
    }

    private static <T> HttpResponse<T> send(HttpRequest request, String whom, BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new StackException(
                    whom + " does not answer at " + request.uri() + "; is the stack up? (./khabar status)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for " + whom, e);
        }
    }
}
