package org.khabar.entity.wikidata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads items out of a dump's lines; what is not wanted is passed over, not built. */
final class ItemReader {

    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 1 << 20;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build());

    private final Set<String> languages;
    private final Set<String> properties;

    /**
     * A reader.
     *
     * @param languages whose texts are wanted
     * @param properties whose statements are wanted
     */
    ItemReader(Set<String> languages, Set<String> properties) {
        this.languages = Set.copyOf(languages);
        this.properties = Set.copyOf(properties);
    }

    /**
     * The item on a line.
     *
     * @return empty for what is no item: properties, lexemes
     * @throws IOException when the line is not what a dump has
     */
    Optional<WikidataItem> read(byte[] line, int from, int length) throws IOException {
        try (JsonParser json = JSON.createParser(line, from, length)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "it is no JSON object");
            Optional<WikidataItem> item = read(json);
            require(json.nextToken() == null, "there is more on it than one object");
            return item;
        }
    }

    private Optional<WikidataItem> read(JsonParser json) throws IOException {
        String id = "";
        String type = "";
        int sitelinks = 0;
        Map<String, String> labels = Map.of();
        Map<String, String> descriptions = Map.of();
        Map<String, List<String>> aliases = Map.of();
        Map<String, List<JsonNode>> claims = Map.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = json.getValueAsString("");
                case "type" -> type = json.getValueAsString("");
                case "labels" -> labels = texts(json);
                case "descriptions" -> descriptions = texts(json);
                case "aliases" -> aliases = textLists(json);
                case "claims" -> claims = statements(json);
                case "sitelinks" -> sitelinks = size(json);
                default -> json.skipChildren();
            }
        }
        require(json.currentToken() == JsonToken.END_OBJECT, "its object does not end");
        if (!type.equals("item")) {
            require(!type.isEmpty(), "it has no type");
            return Optional.empty();
        }
        require(ItemId.number(id).isPresent(), "\"%s\" is no id of an item".formatted(shortened(id)));
        return Optional.of(new WikidataItem(id, labels, descriptions, aliases, new Claims(claims), sitelinks));
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    private Map<String, String> texts(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        eachWanted(json, languages, language -> {
            JsonNode value = json.readValueAsTree();
            if (value.path("value").isTextual()) {
                texts.put(language, value.get("value").textValue());
            }
        });
        return texts;
    }

    private Map<String, List<String>> textLists(JsonParser json) throws IOException {
        Map<String, List<String>> lists = new HashMap<>();
        eachWanted(json, languages, language -> {
            List<String> list = new ArrayList<>();
            JsonNode values = json.readValueAsTree();
            values.forEach(value -> {
                if (value.path("value").isTextual()) {
                    list.add(value.get("value").textValue());
                }
            });
            lists.put(language, List.copyOf(list));
        });
        return lists;
    }

    private Map<String, List<JsonNode>> statements(JsonParser json) throws IOException {
        Map<String, List<JsonNode>> statements = new HashMap<>();
        eachWanted(json, properties, property -> {
            List<JsonNode> list = new ArrayList<>();
            JsonNode values = json.readValueAsTree();
            values.forEach(list::add);
            statements.put(property, List.copyOf(list));
        });
        return statements;
    }

    private interface ValueReader {
        void read(String name) throws IOException;
    }

    /** Empty maps are arrays in dumps, as PHP writes them. */
    private static void eachWanted(JsonParser json, Set<String> wanted, ValueReader reader) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (wanted.contains(name)) {
                reader.read(name);
            } else {
                json.skipChildren();
            }
        }
    }

    private static int size(JsonParser json) throws IOException {
        int size = 0;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return 0;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            json.nextToken();
            json.skipChildren();
            size++;
        }
        return size;
    }

    private static void require(boolean condition, String problem) throws IOException {
        if (!condition) {
            throw new IOException(problem);
        }
    }
}
