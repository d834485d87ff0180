package org.khabar.article.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.FilterParameters;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.subject.SubjectVocabulary;

/** The change feed over HTTP: {@code GET /feed/articles?lastEventId=…&timeout=…}, as a whole or filtered. */
@Path("/feed/articles")
@RolesAllowed({"service", "partner"})
class FeedResource {

    private static final String BATCH_TYPE = "application/cloudevents-batch+json";
    private static final int MAX_DIGITS = 18;

    private final FeedReader reader;
    private final FilteredFeedReader filteredReader;
    private final OutletRegistry outlets;
    private final SubjectVocabulary vocabulary;
    private final ObjectMapper json;

    FeedResource(
            FeedReader reader,
            FilteredFeedReader filteredReader,
            OutletRegistry outlets,
            SubjectVocabulary vocabulary,
            ObjectMapper json) {
        this.reader = reader;
        this.filteredReader = filteredReader;
        this.outlets = outlets;
        this.vocabulary = vocabulary;
        this.json = json;
    }

    /**
     * The events after a position.
     *
     * @param lastEventId the id of the last event that the follower has; absent, empty or 0 for the feed's start
     * @param timeout how many milliseconds to wait when there is nothing new; absent for not at all
     * @param outletCodes only articles of these outlets; none for all
     * @param languages only articles in these languages (BCP 47 tags); none for all
     * @param kinds only articles of these kinds; none for all
     * @param subjects only articles about these subjects (codes of media topics), or one below them; none for all
     */
    @GET
    @RunOnVirtualThread
    public Response follow(
            @QueryParam("lastEventId") @Nullable String lastEventId,
            @QueryParam("timeout") @Nullable String timeout,
            @QueryParam("outlet") List<String> outletCodes,
            @QueryParam("language") List<String> languages,
            @QueryParam("kind") List<String> kinds,
            @QueryParam("subject") List<String> subjects)
            throws InterruptedException, JsonProcessingException {
        long lastId = number("lastEventId", lastEventId);
        Duration wait = Duration.ofMillis(number("timeout", timeout));
        FeedFilter filter =
                FeedFilter.of(FilterParameters.read(outletCodes, languages, kinds, subjects), outlets, vocabulary);
        byte[] events = json.writeValueAsBytes(follow(lastId, wait, filter));
        return Response.ok(events, BATCH_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private List<FeedEvent> follow(long lastId, Duration wait, FeedFilter filter) throws InterruptedException {
        if (filter.isAll()) {
            return reader.follow(lastId, wait);
        }
        reader.refuseUnknown(lastId);
        return filteredReader.follow(lastId, filter, reader.shortened(wait));
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
