package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

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
     * The events after that one, in their order; none when there were none within the poll timeout.
     *
     * @throws IOException when the feed cannot be reached or answers something else
     */
    List<FeedEvent> poll(long lastEventId) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(lastEventId))
                .timeout(config.pollTimeout().plus(config.answerTimeout()))
                .header("Accept", "application/cloudevents-batch+json")
                .header("Authorization", "Bearer " + token.get())
                .build();
        HttpResponse<byte[]> response =
                http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), config.maxAnswerBytes()));
        if (response.statusCode() == 401) {
            token.discard();
        }
        if (response.statusCode() != 200) {
            throw new IOException("The article feed answered with status %d.".formatted(response.statusCode()));
        }
        return FeedBatch.parse(response.body());
    }

    private URI uri(long lastEventId) {
        String separator = config.url().getQuery() == null ? "?" : "&";
        String position = lastEventId == 0 ? "" : "lastEventId=" + lastEventId + "&";
        return URI.create(config.url() + separator + position + "timeout="
                + config.pollTimeout().toMillis());
    }
}
