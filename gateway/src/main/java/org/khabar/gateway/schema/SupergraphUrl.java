package org.khabar.gateway.schema;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.Supergraph;

/**
 * A supergraph that was composed elsewhere, at an HTTP address such as a schema registry's. What has not changed is not
 * sent again, if the server knows entity tags. Redirects are not followed, since headers may hold a secret.
 */
final class SupergraphUrl implements SchemaSource {
    private final HttpClient client;
    private final URI address;
    private final Map<String, String> headers;
    private final Duration timeout;
    private final long maxBytes;
    private @Nullable Known known;

    SupergraphUrl(URI address, Map<String, String> headers, Duration timeout, long maxBytes) {
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.address = address;
        this.headers = Map.copyOf(headers);
        this.timeout = timeout;
        this.maxBytes = maxBytes;
    }

    @Override
    public Supergraph load() throws SchemaUnavailableException, InterruptedException {
        HttpResponse<byte[]> response = fetch();
        Known before = known;
        if (response.statusCode() == 304 && before != null) {
            return before.supergraph();
        }
        if (response.statusCode() != 200) {
            throw unavailable("answers with status " + response.statusCode());
        }
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (before != null && before.text().equals(text)) {
            return before.supergraph();
        }
        Supergraph supergraph = SupergraphText.read(name(), text);
        known = new Known(response.headers().firstValue("ETag").orElse(null), text, supergraph);
        return supergraph;
    }

    private HttpResponse<byte[]> fetch() throws SchemaUnavailableException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            response.cancel(true);
            throw tooLate();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HttpTimeoutException
                    ? tooLate()
                    : unavailable("cannot be fetched: " + (e.getCause() == null ? e : e.getCause()));
        }
    }

    private SchemaUnavailableException tooLate() {
        return unavailable("did not answer within " + timeout.toMillis() + " ms");
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeout);
        request.header("Accept", "application/graphql, text/plain;q=0.9, */*;q=0.1");
        headers.forEach(request::setHeader);
        Known before = known;
        if (before != null && before.tag() != null) {
            request.setHeader("If-None-Match", before.tag());
        }
        return request.build();
    }

    /** Without user and query, which may hold secrets: the log shows it. */
    private String name() {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return "supergraph at " + address.getScheme() + "://" + address.getHost() + port + address.getPath();
    }

    private SchemaUnavailableException unavailable(String what) {
        return new SchemaUnavailableException(Refusal.unavailable(name() + " " + what));
    }

    /** What was taken last. */
    private record Known(@Nullable String tag, String text, Supergraph supergraph) {}
}
