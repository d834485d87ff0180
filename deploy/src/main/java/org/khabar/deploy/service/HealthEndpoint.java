package org.khabar.deploy.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.khabar.deploy.stack.Health;

/** A MicroProfile Health endpoint, as Quarkus and Keycloak have it. */
public final class HealthEndpoint {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    private final URI uri;

    public HealthEndpoint(URI uri) {
        this.uri = uri;
    }

    /** Asks; an answer that does not come within three seconds counts as unhealthy. */
    public Health check() {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(LIMIT).build();
        try {
            return read(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return new Health.Unhealthy("does not answer at " + uri);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Health.Unhealthy("interrupted");
        }
    }

    private Health read(String body) throws IOException {
        JsonNode answer = JSON.readTree(body);
        List<JsonNode> checks =
                StreamSupport.stream(answer.path("checks").spliterator(), false).toList();
        if (answer.path("status").asText().equals("UP")) {
            return new Health.Healthy(checks.isEmpty() ? "ready" : "ready: " + names(checks));
        }
        List<JsonNode> failing = checks.stream()
                .filter(check -> !check.path("status").asText().equals("UP"))
                .toList();
        return new Health.Unhealthy(failing.isEmpty() ? "not ready" : "not ready: " + describe(failing));
    }

    private static String names(List<JsonNode> checks) {
        return checks.stream().map(check -> check.path("name").asText()).collect(Collectors.joining(", "));
    }

    private static String describe(List<JsonNode> failing) {
        return failing.stream()
                .map(check -> check.path("name").asText()
                        + (check.has("data") ? " " + check.get("data").toString() : ""))
                .collect(Collectors.joining(", "));
    }
}
