package org.khabar.entity.mentionfeed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;

/**
 * The mention feed over HTTP: {@code GET /feed/mentions?lastEventId=…&timeout=…}.
 *
 * @see <a href="https://www.http-feeds.org">HTTP Feeds</a>
 */
@Path("/feed/mentions")
@RolesAllowed({"service", "partner"})
class MentionFeedResource {

    private static final String BATCH_TYPE = "application/cloudevents-batch+json";
    private static final int MAX_DIGITS = 18;

    private final MentionFeedReader reader;
    private final ObjectMapper json;

    MentionFeedResource(MentionFeedReader reader, ObjectMapper json) {
        this.reader = reader;
        this.json = json;
    }

    /**
     * The events after a position.
     *
     * @param lastEventId the id of the last event that the follower has; absent, empty or 0 for the feed's start
     * @param timeout how many milliseconds to wait when there is nothing new; absent for not at all
     */
    @GET
    @RunOnVirtualThread
    public Response follow(
            @QueryParam("lastEventId") @Nullable String lastEventId, @QueryParam("timeout") @Nullable String timeout)
            throws InterruptedException, JsonProcessingException {
        long lastId = number("lastEventId", lastEventId);
        Duration wait = Duration.ofMillis(number("timeout", timeout));
        byte[] events = json.writeValueAsBytes(reader.follow(lastId, wait));
        return Response.ok(events, BATCH_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static long number(String parameter, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return 0;
        }
        boolean digits = value.length() <= MAX_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw RequestFailure.badInput(
                    "%s is not a decimal number of at most %d digits.".formatted(parameter, MAX_DIGITS));
        }
        return Long.parseLong(value);
    }
}
