package org.khabar.entity.testing;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** What editors and admins do to the catalogue, over GraphQL, and the articles that it is about. */
public final class Newsroom {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Newsroom() {}

    /** The answer to an editor. */
    public static JsonPath edit(String query, Map<String, ?> variables) {
        return Graphql.askAs(Tokens.of("salma", "editor"), query, variables);
    }

    /** The answer to an admin. */
    public static JsonPath administrate(String query, Map<String, ?> variables) {
        return Graphql.askAs(Tokens.of("idris", "admin"), query, variables);
    }

    /** Adds an organization with an Arabic name, and returns its id. */
    public static String create(String name) {
        JsonPath answer = edit(
                "mutation($name: String!) { createEntity(input: {type: ORGANIZATION, names: [{language: \"ar\", text: $name}]}) { id } }",
                Map.of("name", name));
        String id = answer.getString("data.createEntity.id");
        if (id == null) {
            throw new IllegalStateException(answer.prettify());
        }
        return id;
    }

    /** The answer to a revision of the newest version; the input is GraphQL. */
    public static JsonPath revise(String id, String input) {
        return edit(
                "mutation($id: ID!, $version: Int!) { reviseEntity(id: $id, version: $version, input: %s) { id version } }"
                        .formatted(input),
                Map.of("id", id, "version", version(id)));
    }

    /** The answer to a merge of the newest versions. */
    public static JsonPath merge(String id, String into) {
        return merge(id, version(id), into, version(into));
    }

    public static JsonPath merge(String id, int version, String into, int intoVersion) {
        return administrate(
                "mutation($id: ID!, $version: Int!, $into: ID!, $intoVersion: Int!) { mergeEntities(id: $id, version: $version, into: $into, intoVersion: $intoVersion) { id version } }",
                Map.of("id", id, "version", version, "into", into, "intoVersion", intoVersion));
    }

    /** Hides an entity, or shows it again. */
    public static JsonPath hide(String id, boolean hidden) {
        String field = hidden ? "hideEntity" : "unhideEntity";
        return edit(
                "mutation($id: ID!, $version: Int!) { %s(id: $id, version: $version) { id version hidden } }"
                        .formatted(field),
                Map.of("id", id, "version", version(id)));
    }

    /** The version that an editor reads. */
    public static int version(String id) {
        return edit("query($id: ID!) { entity(id: $id) { version } }", Map.of("id", id))
                .getInt("data.entity.version");
    }

    /** Waits until all that articles can be touched by is done. */
    public static void awaitRelinked() {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            JsonPath answer = edit("{ relinking { waitingChanges waitingArticles } }", Map.of());
            return answer.getInt("data.relinking.waitingChanges") == 0
                    && answer.getInt("data.relinking.waitingArticles") == 0;
        });
    }

    /** Waits until a text is found to mention these entities, in this order. */
    public static void awaitAnnotated(String text, List<String> entities) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Graphql.ask(
                                "query($text: String!) { annotate(text: $text) { entity { id } } }",
                                Map.of("text", text))
                        .getList("data.annotate.entity.id", String.class)
                        .equals(entities));
    }

    /** The event that publishes an article with one paragraph. */
    public static String published(UUID article, int version, String text) {
        return """
                {"specversion":"1.0","type":"org.khabar.article.published.v1","subject":"%1$s","time":"%4$s",
                 "data":{"id":"%1$s","version":%2$d,"language":"ar","headline":"عنوان","publishedAt":"2025-03-05T18:10:00Z",
                  "blocks":[{"kind":"PARAGRAPH","text":"%3$s"}]}}
                """.formatted(article, version, text, Instant.now());
    }

    /** The article's mentions as readers see them: entity and surface. */
    public static List<String> mentions(UUID article) {
        JsonPath answer = Graphql.ask(
                "query($all: [_Any!]!) { _entities(representations: $all) { ... on Article { mentions { surface entity { id } } } } }",
                Map.of("all", List.of(Map.of("__typename", "Article", "id", article.toString()))));
        List<String> entities = answer.getList("data._entities[0].mentions.entity.id", String.class);
        List<String> surfaces = answer.getList("data._entities[0].mentions.surface", String.class);
        return IntStream.range(0, entities.size())
                .mapToObj(i -> entities.get(i) + " " + surfaces.get(i))
                .toList();
    }
}
