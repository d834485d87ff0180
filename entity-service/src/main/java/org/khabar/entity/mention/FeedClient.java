package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the article feed for what follows an event, by long polling. */
@ApplicationScoped
class FeedClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final FeedConfig config;
    private final FeedToken token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    FeedClient(FeedConfig config, FeedToken token) {
        this.config = config;
        this.token = token;
    }

    /**
     * The events after that one, in their order, as many as the bounds of an answer allow; none when there were none
     * within the poll timeout.
     *
     * @throws IOException when the feed cannot be reached or answers something else
     */
    List<FeedEvent> poll(long lastEventId) throws IOException, InterruptedException {
        return ask(lastEventId, config.pollTimeout(), Integer.MAX_VALUE);
    }

    /**
     * That event alone; empty when the feed no longer has it.
     *
     * @throws IOException when the feed cannot be reached or answers something else
     */
    Optional<FeedEvent> find(long eventId) throws IOException, InterruptedException {
        return ask(eventId - 1, Duration.ZERO, 1).stream()
                .filter(event -> event.id() == eventId)
                .findFirst();
    }

    private List<FeedEvent> ask(long lastEventId, Duration wait, int mostEvents)
            throws IOException, InterruptedException {
        HttpRequest request = request(lastEventId, wait);
        FeedAnswer answer = new FeedAnswer(config.maxAnswerBytes(), config.maxEventBytes(), mostEvents);
        CompletableFuture<HttpResponse<List<RawEvent>>> response = http.sendAsync(request, info -> body(info, answer));
        try {
            return events(response.get(wait.plus(config.answerTimeout()).toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failure) {
            throw new IOException("The article feed cannot be read: " + failure.getCause(), failure.getCause());
        } catch (TimeoutException late) {
            return part(answer, late);
        } finally {
            response.cancel(true);
        }
    }

    private static List<FeedEvent> part(FeedAnswer answer, TimeoutException late) throws IOException {
        List<RawEvent> complete = answer.stop();
        if (complete.isEmpty()) {
            throw new IOException("The article feed did not answer in time.", late);
        }
        return FeedBatch.parse(complete);
    }

    private HttpRequest request(long lastEventId, Duration wait) {
        return HttpRequest.newBuilder(uri(lastEventId, wait))
                .header("Accept", "application/cloudevents-batch+json")
                .header("Authorization", "Bearer " + token.get())
                .build();
    }

    private static HttpResponse.BodySubscriber<List<RawEvent>> body(HttpResponse.ResponseInfo info, FeedAnswer answer) {
        return info.statusCode() == 200 ? answer : BodySubscribers.replacing(List.of());
    }

    private List<FeedEvent> events(HttpResponse<List<RawEvent>> response) throws IOException {
        if (response.statusCode() == 401) {
            token.discard();
        }
        if (response.statusCode() != 200) {
            throw new IOException("The article feed answered with status %d.".formatted(response.statusCode()));
        }
        return FeedBatch.parse(response.body());
    }

    private URI uri(long lastEventId, Duration wait) {
        String separator = config.url().getQuery() == null ? "?" : "&";
        String position = lastEventId == 0 ? "" : "lastEventId=" + lastEventId + "&";
        return URI.create(config.url() + separator + position + "timeout=" + wait.toMillis());
    }
}
