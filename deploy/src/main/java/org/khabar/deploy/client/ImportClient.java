package org.khabar.deploy.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        HttpRequest request = request(DocumentForm.of(page), body(page));
        HttpResponse<String> response = Http.send(request, Part.ARTICLES.title());
        JsonNode answer = parse(response.body(), response.statusCode());
        if (response.statusCode() / 100 != 2) {
            throw new StackException(refusal(response.statusCode(), answer.path("error")));
        }
        return answer;
    }

    /**
     * Sends a document of several articles.
     *
     * @param line takes each line of the answer as it comes: one for each article, and the last one about the whole
     * @throws StackException if the document is refused as a whole, or the answer breaks off
     */
    public void sendAll(DocumentForm form, byte[] document, Consumer<JsonNode> line) {
        HttpResponse<Stream<String>> response =
                Http.sendForLines(request(form, BodyPublishers.ofByteArray(document)), Part.ARTICLES.title());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() / 100 != 2) {
                throw new StackException(refusal(
                        response.statusCode(),
                        parse(lines.collect(Collectors.joining()), response.statusCode())
                                .path("error")));
            }
            lines.forEach(text -> line.accept(parse(text, response.statusCode())));
        } catch (UncheckedIOException broken) {
            throw new StackException("the answer broke off", broken);
        }
    }

    private HttpRequest request(DocumentForm form, BodyPublisher body) {
        return HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + tokens.get())
                .header("Content-Type", form.mediaType())
                .POST(body)
                .build();
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

    /** What is wrong, by an answer's {@code error}. */
    public static String refusal(int status, JsonNode error) {
        if (error.isMissingNode()) {
            return "HTTP " + status;
        }
        String line =
                error.path("line").isInt() ? " (line " + error.path("line").asInt() + ")" : "";
        return error.path("code").asText("HTTP " + status) + ": "
                + error.path("message").asText() + line;
    }

    private static JsonNode parse(String body, int status) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new StackException("HTTP " + status, e);
        }
    }
}
