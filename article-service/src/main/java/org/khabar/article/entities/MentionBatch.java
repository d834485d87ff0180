package org.khabar.article.entities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads a batch of CloudEvents. An event that is not as agreed becomes {@link MentionEvent.Unreadable}, so that the events
 * after it are read all the same; without an id no event can be told from another, so that fails the batch.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents JSON
 *     format</a>
 */
final class MentionBatch {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CHANGED = "org.khabar.entity.mentions.changed.";
    private static final int MAX_NOTE_LENGTH = 200;

    private MentionBatch() {}

    /**
     * The events of a batch, in its order.
     *
     * @throws IOException when it is no array of events with ids
     */
    static List<MentionEvent> parse(byte[] batch) throws IOException {
        JsonNode array = JSON.readTree(batch);
        if (!array.isArray()) {
            throw new IOException("The mention feed's answer is not an array of events.");
        }
        List<MentionEvent> events = new ArrayList<>(array.size());
        for (JsonNode event : array) {
            events.add(event(event));
        }
        return events;
    }

    private static MentionEvent event(JsonNode event) throws IOException {
        long id = id(event);
        String subject = event.path("subject").asText();
        try {
            if (event.path("method").asText().equals("DELETE")) {
                return new MentionEvent.Entities(id, UUID.fromString(subject), List.of());
            }
            return event.path("type").asText().startsWith(CHANGED)
                    ? changed(id, event.path("data"))
                    : new MentionEvent.Other(id);
        } catch (IllegalArgumentException problem) {
            return new MentionEvent.Unreadable(id, plain(subject), plain(String.valueOf(problem.getMessage())));
        }
    }

    private static MentionEvent changed(long id, JsonNode data) {
        JsonNode list = required(data, "entities");
        if (!list.isArray()) {
            throw new IllegalArgumentException("the event's entities are no array");
        }
        Map<String, MentionedEntity> entities = new LinkedHashMap<>();
        for (JsonNode node : list) {
            MentionedEntity entity = entity(node);
            entities.putIfAbsent(entity.id(), entity);
        }
        UUID article = UUID.fromString(required(data, "article").asText());
        return new MentionEvent.Entities(id, article, List.copyOf(entities.values()));
    }

    private static MentionedEntity entity(JsonNode node) {
        return new MentionedEntity(
                required(node, "id").asText(),
                required(node, "type").asText(),
                required(node, "mentionCount").asInt(),
                required(node, "salience").asDouble(-1));
    }

    /** What can be stored and logged whatever the event holds. */
    private static String plain(String text) {
        String start = text.substring(0, Math.min(text.length(), MAX_NOTE_LENGTH));
        return start.replaceAll("[^ -~]", "?");
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("the event's data has no " + field);
        }
        return value;
    }

    private static long id(JsonNode event) throws IOException {
        String text = event.path("id").asText();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IOException("An event of the mention feed has an id that is no number.", notANumber);
        }
    }
}
