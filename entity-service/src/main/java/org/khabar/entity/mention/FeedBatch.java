package org.khabar.entity.mention;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch of CloudEvents. An event that is not as agreed becomes {@link FeedEvent.Unreadable}, so that the events
 * after it are read all the same; without an id no event can be told from another, so that fails the batch.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents JSON
 *     format</a>
 */
final class FeedBatch {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PUBLISHED = "org.khabar.article.published.";
    private static final String REVISED = "org.khabar.article.revised.";

    private FeedBatch() {}

    /**
     * The events of a batch, in its order.
     *
     * @throws IOException when an element is no event with an id
     */
    static List<FeedEvent> parse(List<RawEvent> batch) throws IOException {
        List<FeedEvent> events = new ArrayList<>(batch.size());
        for (RawEvent raw : batch) {
            events.add(raw.whole() ? whole(raw) : unreadable(raw, "it has more bytes than are read of one event"));
        }
        return events;
    }

    private static FeedEvent whole(RawEvent raw) throws IOException {
        try {
            return event(JSON.readTree(raw.bytes()));
        } catch (JsonProcessingException malformed) {
            return unreadable(raw, "it is not JSON: " + malformed.getOriginalMessage());
        }
    }

    /** What CloudEvents calls context attributes are scalars, and say which event it is. */
    private static FeedEvent unreadable(RawEvent raw, String problem) throws IOException {
        ObjectNode attributes = attributes(raw.bytes());
        if (!attributes.has("id")) {
            throw new IOException("The feed's answer has an event that cannot be told from another: " + problem + '.');
        }
        String subject = attributes.path("subject").asText();
        return new FeedEvent.Unreadable(id(attributes), time(attributes), subject, problem);
    }

    private static ObjectNode attributes(byte[] members) throws IOException {
        ObjectNode attributes = JSON.createObjectNode();
        try (JsonParser parser = JSON.createParser(members)) {
            parser.nextToken();
            String name = parser.nextFieldName();
            while (name != null) {
                parser.nextToken();
                attributes.put(name, parser.getValueAsString());
                parser.skipChildren();
                name = parser.nextFieldName();
            }
        } catch (JsonProcessingException cutOff) {
            return attributes;
        }
        return attributes;
    }

    private static FeedEvent event(JsonNode node) throws IOException {
        long id = id(node);
        Instant time = time(node);
        String subject = node.path("subject").asText();
        try {
            return event(node, id, time, subject);
        } catch (IllegalArgumentException | DateTimeException problem) {
            return new FeedEvent.Unreadable(id, time, subject, String.valueOf(problem.getMessage()));
        }
    }

    private static FeedEvent event(JsonNode node, long id, @Nullable Instant time, String subject) {
        if (node.path("method").asText().equals("DELETE")) {
            return new FeedEvent.Withdrawn(id, time, UUID.fromString(subject));
        }
        String type = node.path("type").asText();
        if (!type.startsWith(PUBLISHED) && !type.startsWith(REVISED)) {
            return new FeedEvent.Other(id, time, subject);
        }
        return new FeedEvent.Published(id, time, article(node.path("data")));
    }

    private static ArticleSnapshot article(JsonNode data) {
        List<String> blocks = new ArrayList<>();
        for (JsonNode block : required(data, "blocks")) {
            blocks.add(required(block, "text").asText());
        }
        return new ArticleSnapshot(
                UUID.fromString(required(data, "id").asText()),
                required(data, "version").asInt(),
                required(data, "language").asText(),
                data.path("outlet").asText(""),
                data.path("outletCountry").textValue(),
                required(data, "headline").asText(),
                Instant.parse(required(data, "publishedAt").asText()),
                blocks);
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("the event's data has no " + field);
        }
        return value;
    }

    private static long id(JsonNode node) throws IOException {
        String text = node.path("id").asText();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IOException("An event of the feed has the id \"" + text + "\", which is no number.", notANumber);
        }
    }

    private static @Nullable Instant time(JsonNode node) {
        try {
            return Instant.parse(node.path("time").asText());
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
