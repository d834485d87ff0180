package org.khabar.deploy.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;

/** Sends pages to article-service. Safe for several threads. */
public final class ImportClient {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI endpoint;
    private final AccessTokens tokens;

    /** @param outlet the code of the outlet that the pages are of; null when each page says it */
    public ImportClient(Ports ports, AccessTokens tokens, @Nullable String outlet) {
        String query = outlet == null ? "" : "?outlet=" + URLEncoder.encode(outlet, StandardCharsets.UTF_8);
        this.endpoint = URI.create(ports.url(Part.ARTICLES) + "/imports" + query);
        this.tokens = tokens;
    }

    /**
     * Sends the bytes of one page as they are.
     *
     * @return the service's answer: {@code status}, {@code id}, {@code warnings} and more
     * @throws StackException if the page is refused, cannot be read or no answer comes
     */
    public JsonNode send(Path page) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + tokens.get())
                .header("Content-Type", "text/plain")
                .POST(body(page))
                .build();
        HttpResponse<String> response = Http.send(request, Part.ARTICLES.title());
        JsonNode answer = parse(response);
        if (response.statusCode() / 100 != 2) {
            throw new StackException(refusal(response.statusCode(), answer.path("error")));
        }
        return answer;
    }

    /** Not {@code ofFile}: that one loses names which are not UTF-8. */
    private static BodyPublisher body(Path page) {
        try {
            long size = Files.size(page);
            Files.newInputStream(page).close();
            return size == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(page)), size);
        } catch (IOException e) {
            throw StackException.because("cannot be read", e);
        }
    }

    /** Null, which fails the request, when the page has gone since it was looked at. */
    private static @Nullable InputStream open(Path page) {
        try {
            return Files.newInputStream(page);
        } catch (IOException e) {
            return null;
        }
    }

    private static String refusal(int status, JsonNode error) {
        if (error.isMissingNode()) {
            return "HTTP " + status;
        }
        String line =
                error.path("line").isInt() ? " (line " + error.path("line").asInt() + ")" : "";
        return error.path("code").asText("HTTP " + status) + ": "
                + error.path("message").asText() + line;
    }

    private static JsonNode parse(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new StackException("HTTP " + response.statusCode(), e);
        }
    }
}
