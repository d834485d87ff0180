package org.khabar.article.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The newsroom's mutations, as one user; each gives the whole answer. */
public record Editor(String token) {

    private static final Map<String, String> TYPES = Map.of(
            "id", "ID!",
            "version", "Int!",
            "note", "String",
            "publicNote", "String!",
            "reason", "String!",
            "embargoUntil", "DateTime!");

    public static Editor named() {
        return new Editor(Tokens.editor());
    }

    /** What a mutation made. */
    public record Made(String id, int version, String status) {}

    public JsonNode create(Map<String, ?> input) {
        return call("createArticle", "CreateArticleInput!", Map.of("input", input));
    }

    public JsonNode revise(Made article, Map<String, ?> input) {
        return call("reviseArticle", "ReviseArticleInput!", with(article, Map.of("input", input)));
    }

    public JsonNode correct(Made article, Map<String, ?> input, String publicNote) {
        return call(
                "correctArticle",
                "ReviseArticleInput!",
                with(article, Map.of("input", input, "publicNote", publicNote)));
    }

    public JsonNode schedule(Made article, Instant embargoUntil) {
        return call("scheduleArticle", "", with(article, Map.of("embargoUntil", embargoUntil.toString())));
    }

    public JsonNode unschedule(Made article) {
        return call("unscheduleArticle", "", with(article, Map.of()));
    }

    public JsonNode publish(Made article) {
        return call("publishArticle", "", with(article, Map.of("note", "راجعه رئيس التحرير")));
    }

    public JsonNode withdraw(Made article, String reason) {
        return call("withdrawArticle", "", with(article, Map.of("reason", reason)));
    }

    public JsonNode restore(Made article) {
        return call("restoreArticle", "", with(article, Map.of()));
    }

    /** A draft of هسبريس. */
    public Made draft(String headline, String... paragraphs) {
        return made(create(content(headline, paragraphs)));
    }

    /** A draft with so many seconds until its embargo ends. */
    public Made scheduled(String headline, long seconds) {
        Made draft = draft(headline, "نص " + headline);
        return made(schedule(draft, Instant.now().plusSeconds(seconds)));
    }

    public Made published(String headline, String... paragraphs) {
        return made(publish(draft(headline, paragraphs)));
    }

    public static Map<String, Object> content(String headline, String... paragraphs) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("headline", headline);
        input.put("language", "ar");
        input.put("outlet", "hespress");
        input.put("blocks", blocks(paragraphs));
        return input;
    }

    public static List<Map<String, String>> blocks(String... paragraphs) {
        List<Map<String, String>> blocks = new ArrayList<>();
        for (String paragraph : paragraphs) {
            blocks.add(Map.of("text", paragraph));
        }
        return blocks;
    }

    /** What an answer says was made; fails when it is a refusal. */
    public static Made made(JsonNode answer) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode article = answer.get("data").elements().next();
        return new Made(
                article.get("id").asText(),
                article.get("version").asInt(),
                article.get("status").asText());
    }

    /** The code of a refusal; empty when it is none. */
    public static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asText();
    }

    private static Map<String, Object> with(Made article, Map<String, ?> arguments) {
        Map<String, Object> all = new LinkedHashMap<>(arguments);
        all.put("id", article.id());
        all.put("version", article.version());
        return all;
    }

    private JsonNode call(String mutation, String inputType, Map<String, ?> arguments) {
        String variables = arguments.keySet().stream()
                .map(name -> "$" + name + ": " + TYPES.getOrDefault(name, inputType))
                .collect(Collectors.joining(", "));
        String given =
                arguments.keySet().stream().map(name -> name + ": $" + name).collect(Collectors.joining(", "));
        return Service.graphql(
                token,
                "mutation(%s) { %s(%s) { id version status } }".formatted(variables, mutation, given),
                arguments);
    }
}
