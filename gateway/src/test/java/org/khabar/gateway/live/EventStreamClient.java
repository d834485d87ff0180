package org.khabar.gateway.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;

/** Reads server-sent events as they come. */
final class EventStreamClient implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<Stream<String>> response;
    private final Iterator<String> lines;

    private EventStreamClient(HttpResponse<Stream<String>> response) {
        this.response = response;
        this.lines = response.body().iterator();
    }

    /** Sends a request and waits until the response begins. */
    static EventStreamClient open(HttpRequest.Builder request) {
        try {
            return new EventStreamClient(HTTP.send(
                    request.header("Accept", "text/event-stream").build(), HttpResponse.BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + Steering.port() + path))
                .header("Authorization", "Bearer " + token);
    }

    int status() {
        return response.statusCode();
    }

    String type() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** The next event with its data; "end" at the end. */
    String next() {
        StringBuilder event = new StringBuilder();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("event: ")) {
                event.append(line.substring(7));
            } else if (line.startsWith("data: ")) {
                event.append(' ').append(line.substring(6));
            } else if (line.isEmpty() && !event.isEmpty()) {
                return event.toString().trim();
            }
        }
        return "end";
    }

    @Override
    public void close() {
        response.body().close();
    }
}
