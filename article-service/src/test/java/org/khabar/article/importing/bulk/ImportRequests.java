package org.khabar.article.importing.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Requests to import several items, and what is answered, for tests. */
final class ImportRequests {

    static final String NDJSON = "application/x-ndjson";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ImportRequests() {}

    /** An answer that has come whole. */
    record Answer(int status, String type, byte[] body) {}

    static String item(int number) {
        return "{\"headline\":\"خبر رقم %1$d من السلسلة\",\"outlet\":\"hespress\",\"text\":\"%2$s\",\"publishedAt\":\"2024-03-05T10:%3$02d:%4$02dZ\"}"
                .formatted(
                        number,
                        IntStream.range(0, 20)
                                .mapToObj(word -> "كلمة" + number + "س" + word)
                                .collect(Collectors.joining(" ")),
                        number / 60 % 60,
                        number % 60);
    }

    static String items(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> item(number) + "\n")
                .collect(Collectors.joining());
    }

    static Answer post(String body) {
        return send(NDJSON, "", utf8(body));
    }

    static Answer withKey(String key, String body) {
        return send(Tokens.editor(), NDJSON, "", Map.of("Idempotency-Key", key), utf8(body));
    }

    static Answer send(String type, String query, byte[] body) {
        return send(Tokens.editor(), type, query, Map.of(), body);
    }

    static Answer send(String token, String type, String query, Map<String, String> headers, byte[] body) {
        return send("/imports" + query, token, type, headers, body, false);
    }

    static Answer send(
            String path, String token, String type, Map<String, String> headers, byte[] body, boolean asksFirst) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .expectContinue(asksFirst)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).as(utf8(answer.body())).isEqualTo(200);
        assertThat(answer.type()).startsWith(NDJSON);
        return utf8(answer.body()).lines().map(line -> Service.json(utf8(line))).toList();
    }

    static String part(String boundary, String type, String content) {
        return "--" + boundary + "\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n";
    }

    static boolean streamsAreFree() {
        return post("").status() == 200;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
