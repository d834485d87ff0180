package org.khabar.entity.testing;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** Steers the feed that the service under test follows. */
public final class Feed {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Feed() {}

    /** Appends the event in this resource, such as articles/summit.json. */
    public static long append(String resource) {
        try (InputStream stream = Feed.class.getResourceAsStream("/" + resource)) {
            return appendEvent(new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Appends an event, without its id, and returns the id that it got. */
    public static long appendEvent(String json) {
        Response response = RestAssured.given()
                .contentType("application/json; charset=UTF-8")
                .body(json.getBytes(StandardCharsets.UTF_8))
                .post(control("events"));
        return Long.parseLong(response.asString());
    }

    /** Makes the feed answer "ok", "garbage" or "error". */
    public static void become(String mode) {
        RestAssured.given().contentType("text/plain").body(mode).put(control("mode"));
    }

    /** Waits until the service has handled that event. */
    public static void awaitHandled(long event) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> RestAssured.get("/q/health/ready").jsonPath().getLong(health("lastEventId")) >= event);
    }

    /** What the health report says of the feed. */
    public static String health(String datum) {
        return "checks.find { it.name == 'article-feed' }.data." + datum;
    }

    private static String control(String what) {
        URI feed = ConfigProvider.getConfig().getValue("khabar.entity.feed.url", URI.class);
        return feed.resolve("/control/" + what).toString();
    }
}
