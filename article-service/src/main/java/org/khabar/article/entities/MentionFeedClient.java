package org.khabar.article.entities;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the mention feed for what follows an event, by long polling. */
@ApplicationScoped
class MentionFeedClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final MentionFeedConfig config;
    private final FeedAccess access;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    MentionFeedClient(MentionFeedConfig config, FeedAccess access) {
        this.config = config;
        this.access = access;
    }

    /**
     * The events after that one, in their order; none when there were none within the poll timeout.
     *
     * @throws IOException when the feed cannot be reached or answers something else
     */
    List<MentionEvent> poll(long lastEventId) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> response = http.sendAsync(
                request(lastEventId), BodyHandlers.limiting(BodyHandlers.ofByteArray(), config.maxAnswerBytes()));
        Duration limit = config.pollTimeout().plus(config.answerTimeout());
        try {
            return events(response.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failure) {
            throw new IOException("The mention feed cannot be read: " + failure.getCause(), failure.getCause());
        } catch (TimeoutException late) {
            throw new IOException("The mention feed did not answer in time.", late);
        } finally {
            response.cancel(true);
        }
    }

    private HttpRequest request(long lastEventId) {
        return HttpRequest.newBuilder(uri(lastEventId))
                .header("Accept", "application/cloudevents-batch+json")
                .header("Authorization", "Bearer " + access.token())
                .build();
    }

    private URI uri(long lastEventId) {
        String separator = config.url().getQuery() == null ? "?" : "&";
        return URI.create(config.url() + separator + "lastEventId=" + lastEventId + "&timeout="
                + config.pollTimeout().toMillis());
    }

    private List<MentionEvent> events(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() == 401) {
            access.refused();
        }
        if (response.statusCode() != 200) {
            throw new IOException("The mention feed answered with status %d.".formatted(response.statusCode()));
        }
        return MentionBatch.parse(response.body());
    }
}
