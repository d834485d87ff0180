package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are sent in the encodings that clients take. */
@QuarkusTest
@QuarkusTestResource(TestServices.class)
class CompressionTest {
    private static final String LARGE = IntStream.range(0, 40)
            .mapToObj(i -> "a" + i + ": products { name }")
            .collect(Collectors.joining(" ", "{ ", " }"));

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    private HttpResponse<byte[]> ask(String query, String encodings) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/graphql"))
                        .header("Authorization", "Bearer " + Services.token(Map.of("roles", "reader")))
                        .header("Content-Type", "application/json")
                        .header("Accept-Encoding", encodings)
                        .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br | br",
                "gzip, deflate, br | br",
                "gzip;q=0.5, br;q=0.8 | br",
                "gzip;q=0.5 | gzip",
                "br;q=0, gzip | identity",
                "br;q=0.001 | br",
                "gzip | gzip",
                "identity | identity",
                "br;q=0, gzip;q=0 | identity"
            })
    void theClientSaysWhichItTakes(String encodings, String expected) throws Exception {
        HttpResponse<byte[]> plain = ask(LARGE, "identity");
        HttpResponse<byte[]> answer = ask(LARGE, encodings);

        assertThat(answer.headers().firstValue("Content-Encoding").orElse("identity"))
                .isEqualTo(expected);
        assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
        assertThat(decoded(answer.body(), expected)).isEqualTo(plain.body()).hasSizeGreaterThan(1024);
    }

    private static byte[] decoded(byte[] body, String encoding) throws IOException {
        return switch (encoding) {
            case "br" -> Decoder.decompress(body).getDecompressedData();
            case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            default -> body;
        };
    }

    @Test
    void smallAnswersAreSentAsTheyAre() throws Exception {
        HttpResponse<byte[]> answer = ask("{ products { name } }", "br, gzip");

        assertThat(answer.headers().firstValue("Content-Encoding").orElse("identity"))
                .isEqualTo("identity");
        assertThat(answer.body()).startsWith('{').hasSizeLessThan(1024);
    }
}
