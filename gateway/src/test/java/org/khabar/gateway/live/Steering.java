package org.khabar.gateway.live;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Steers {@link LiveServices}. */
final class Steering {
    /** An event as the plan of {@link #PRICES} asks for it. */
    static final String EVENT = "{\"data\":{\"priceChanged\":{\"name\":\"إبريق\",\"price\":9,\"upc\":\"u1\"}}}";

    static final String PRICES = "subscription { priceChanged { name reviews { text } } }";
    static final String ANSWER = "{\"data\":{\"priceChanged\":{\"name\":\"إبريق\",\"reviews\":[{\"text\":\"جيد\"}]}}}";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Steering() {}

    static String url() {
        return ConfigProvider.getConfig().getValue("test.services", String.class);
    }

    static int port() {
        return RestAssured.port;
    }

    static String token(Map<String, ?> wishes) {
        String query = wishes.entrySet().stream()
                .map(wish -> wish.getKey() + "="
                        + URLEncoder.encode(String.valueOf(wish.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ask(HttpRequest.newBuilder(URI.create(url() + "/mint?" + query)));
    }

    static String token() {
        return token(Map.of());
    }

    static String events(String what, String body) {
        return ask(HttpRequest.newBuilder(URI.create(url() + "/events/" + what))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Keeps the subgraphs' answers back, or sends them. */
    static void hold(boolean hold) {
        ask(HttpRequest.newBuilder(URI.create(url() + (hold ? "/hold" : "/release"))));
    }

    /** Has the gateway's own tokens {@code given}, {@code refused} or {@code held}, and last for so many seconds. */
    static void tokens(String are, int seconds) {
        ask(HttpRequest.newBuilder(URI.create(url() + "/tokens?are=" + are + "&seconds=" + seconds)));
    }

    /** Waits until the gateway has asked for a token so often since that was said. */
    static void awaitTokensAsked(int times) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Integer.parseInt(ask(HttpRequest.newBuilder(URI.create(url() + "/tokens")))) >= times);
    }

    /** Has a subgraph say another schema of itself: a file with {@code variant} in its name; the usual one for none. */
    static void schema(String subgraph, String variant) {
        ask(HttpRequest.newBuilder(URI.create(
                url() + "/schema?of=" + subgraph + "&is=" + URLEncoder.encode(variant, StandardCharsets.UTF_8))));
    }

    private static String ask(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void reset() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        events("refuse", "0");
        events("silent", "");
        events("seen", "");
    }

    static void awaitSubscribers(int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> events("count", "").equals(String.valueOf(count)));
    }
}
