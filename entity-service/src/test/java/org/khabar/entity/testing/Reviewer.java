package org.khabar.entity.testing;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Somebody who decides about mentions and names, over GraphQL. */
public final class Reviewer {

    private static final String RULING =
            "{ id version status entity { id } rejected { id } surface block start standing decisions { kind author undone note } }";
    private static final String MENTIONS = """
            query($all: [_Any!]!) { _entities(representations: $all) { ... on Article {
                mentions { id surface block start status confidence entity { id } why { feature weight } ruling { version } } } } }
            """;

    private final String token;

    private Reviewer(String token) {
        this.token = token;
    }

    public static Reviewer named(String name) {
        return new Reviewer(Tokens.of(name, "editor"));
    }

    /** A mention as those who review see it. */
    public record Seen(
            String id, String surface, String entity, String status, double confidence, List<String> why, int version) {

        /** Whom it is of, and who says so. */
        public String verdict() {
            return "%s %s".formatted(surface, entity);
        }
    }

    /** The mentions of an article in the order of the text. */
    public List<Seen> mentions(UUID article) {
        JsonPath answer =
                ask(MENTIONS, Map.of("all", List.of(Map.of("__typename", "Article", "id", article.toString()))));
        String at = "data._entities[0].mentions";
        int size = answer.getList(at).size();
        return IntStream.range(0, size)
                .mapToObj(i -> at + "[" + i + "]")
                .map(mention -> new Seen(
                        answer.getString(mention + ".id"),
                        answer.getString(mention + ".surface"),
                        answer.getString(mention + ".entity.id"),
                        answer.getString(mention + ".status"),
                        answer.getDouble(mention + ".confidence"),
                        answer.getList(mention + ".why.feature", String.class),
                        answer.get(mention + ".ruling") == null ? 0 : answer.getInt(mention + ".ruling.version")))
                .toList();
    }

    /** The only mention with this surface. */
    public Seen mention(UUID article, String surface) {
        List<Seen> found = mentions(article).stream()
                .filter(mention -> mention.surface().equals(surface))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("%d mentions of %s: %s".formatted(found.size(), surface, mentions(article)));
        }
        return found.getFirst();
    }

    public JsonPath confirm(String mention, int version) {
        return decide("confirmMention", mention, version);
    }

    public JsonPath reject(String mention, int version) {
        return decide("rejectMention", mention, version);
    }

    private JsonPath decide(String mutation, String mention, int version) {
        return ask(
                "mutation($id: ID!, $version: Int) { ruling: %s(id: $id, version: $version) %s }"
                        .formatted(mutation, RULING),
                Map.of("id", mention, "version", version));
    }

    public JsonPath reassign(String mention, String entity, int version) {
        return ask(
                "mutation($id: ID!, $entity: ID!, $version: Int) { ruling: reassignMention(id: $id, entityId: $entity, version: $version) %s }"
                        .formatted(RULING),
                Map.of("id", mention, "entity", entity, "version", version));
    }

    public JsonPath undo(String ruling, int version) {
        return ask(
                "mutation($id: ID!, $version: Int!) { ruling: undoMentionDecision(rulingId: $id, version: $version) %s }"
                        .formatted(RULING),
                Map.of("id", ruling, "version", version));
    }

    /** What was decided about an article's mentions, at {@code data._entities[0].mentionRulings}. */
    public JsonPath rulings(UUID article) {
        return ask(
                "query($all: [_Any!]!) { _entities(representations: $all) { ... on Article { mentionRulings %s } } }"
                        .formatted(RULING),
                Map.of("all", List.of(Map.of("__typename", "Article", "id", article.toString()))));
    }

    /** Adds a person with a full name and a surname, and returns its id. */
    public String createPerson(String name, String surname) {
        return created(ask("""
                mutation($name: String!, $surname: String!) { createEntity(input: {type: PERSON,
                    names: [{language: "ar", text: $name}],
                    aliases: [{language: "ar", text: $surname, type: SHORT}] }) { id } }
                """, Map.of("name", name, "surname", surname)));
    }

    /** Adds an organization that has another name, too, and returns its id. */
    public String createOrganization(String name, String alias) {
        return created(ask("""
                mutation($name: String!, $alias: String!) { createEntity(input: {type: ORGANIZATION,
                    names: [{language: "ar", text: $name}], aliases: [{language: "ar", text: $alias}] }) { id } }
                """, Map.of("name", name, "alias", alias)));
    }

    private static String created(JsonPath answer) {
        String id = answer.getString("data.createEntity.id");
        if (id == null) {
            throw new IllegalStateException(answer.prettify());
        }
        return id;
    }

    /** A page of the queue, at {@code data.reviewQueue}; the filter is GraphQL. */
    public JsonPath queue(String filter, int first, String after) {
        Map<String, Object> variables = new HashMap<>(Map.of("first", first));
        if (!after.isEmpty()) {
            variables.put("after", after);
        }
        return ask("""
                query($first: Int, $after: String) { reviewQueue(filter: %s, first: $first, after: $after) {
                    edges { cursor node { kind name value placeCount mention { id surface confidence entity { id } }
                        article { id } candidate { id name version decision } } }
                    pageInfo { hasNextPage } } }
                """.formatted(filter), variables);
    }

    /** The names in the queue, all pages, two by two. */
    public List<String> queued(String filter) {
        List<String> names = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            JsonPath page = queue(filter, 2, after);
            names.addAll(page.getList("data.reviewQueue.edges.node.name", String.class));
            more = page.getBoolean("data.reviewQueue.pageInfo.hasNextPage");
            after = more ? page.getString("data.reviewQueue.edges[-1].cursor") : "";
        }
        return names;
    }

    public JsonPath ask(String query, Map<String, ?> variables) {
        return Graphql.askAs(token, query, variables);
    }
}
