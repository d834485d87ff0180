package org.khabar.gateway.live;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Steers {@link LiveServices}. */
final class Steering {
    /** An event as the plan of {@link #PRICES} asks for it. */
    static final String EVENT = "{\"data\":{\"priceChanged\":{\"name\":\"إبريق\",\"price\":9,\"upc\":\"u1\"}}}";

    static final String PRICES = "subscription { priceChanged { name reviews { text } } }";
    static final String ANSWER = "{\"data\":{\"priceChanged\":{\"name\":\"إبريق\",\"reviews\":[{\"text\":\"جيد\"}]}}}";

    private Steering() {}

    static String url() {
        return ConfigProvider.getConfig().getValue("test.services", String.class);
    }

    static int port() {
        return RestAssured.port;
    }

    static String token(Map<String, ?> wishes) {
        return given().queryParams(wishes).get(url() + "/mint").asString();
    }

    static String token() {
        return token(Map.of());
    }

    static String events(String what, String body) {
        return given().body(body).post(url() + "/events/" + what).asString();
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
