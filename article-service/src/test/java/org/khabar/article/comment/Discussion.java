package org.khabar.article.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/**
 * The comments of an article, as readers and moderators have them, for tests.
 *
 * @param article its id
 */
record Discussion(String article) {

    static final String AMINA = Tokens.of("amina", "reader");

    static final String YOUSSEF = Tokens.of("youssef@example.com", "reader");

    static final String MODERATOR = Tokens.of("moderator", "reader", "moderator");

    private static final String ADD = """
            mutation($article: ID!, $parent: ID, $text: String!) {
              addComment(articleId: $article, parentId: $parent, text: $text) { id status author text parentId }
            }
            """;

    JsonNode add(String token, @Nullable String parent, String text) {
        return add(token, article, parent, text);
    }

    static JsonNode add(String token, String article, @Nullable String parent, String text) {
        Map<String, @Nullable String> variables = new HashMap<>();
        variables.put("article", article);
        variables.put("parent", parent);
        variables.put("text", text);
        return Service.graphql(token, ADD, variables);
    }

    String approved(String token, @Nullable String parent, String text) {
        String id = idOf(add(token, parent, text));
        approve(id);
        return id;
    }

    void approve(String id) {
        assertThat(moderate("approveComment", id)
                        .at("/data/approveComment/status")
                        .asText())
                .isEqualTo("APPROVED");
    }

    List<String> texts(String token) {
        JsonNode answer =
                Service.graphql(token, "{ article(id: \"" + article + "\") { comments { nodes { text } } } }");
        List<String> texts = new ArrayList<>();
        answer.at("/data/article/comments/nodes")
                .forEach(node -> texts.add(node.get("text").asText()));
        return texts;
    }

    List<String> replies(String token, String comment) {
        JsonNode answer = Service.graphql(
                token,
                "{ article(id: \"" + article
                        + "\") { comments { nodes { id replies { nodes { text parentId } } } } } }");
        List<String> texts = new ArrayList<>();
        answer.at("/data/article/comments/nodes/0/replies/nodes").forEach(node -> {
            assertThat(node.get("parentId").asText()).isEqualTo(comment);
            texts.add(node.get("text").asText());
        });
        return texts;
    }

    int count() {
        return Service.graphql(YOUSSEF, "{ article(id: \"" + article + "\") { commentCount } }")
                .at("/data/article/commentCount")
                .asInt(-1);
    }

    static JsonNode moderate(String decision, String id) {
        return Service.graphql(MODERATOR, "mutation { " + decision + "(id: \"" + id + "\") { id status } }");
    }

    static JsonNode withdraw(String token, String id) {
        return Service.graphql(token, "mutation { withdrawComment(id: \"" + id + "\") { status text } }");
    }

    static String idOf(JsonNode added) {
        assertThat(added.has("errors")).as(added.toString()).isFalse();
        return added.at("/data/addComment/id").asText();
    }

    static List<String> idsOf(JsonNode nodes) {
        List<String> ids = new ArrayList<>();
        nodes.forEach(node -> ids.add(node.get("id").asText()));
        return ids;
    }

    static void refused(JsonNode answer, String code, String says) {
        JsonNode error = answer.at("/errors/0");
        assertThat(error.at("/extensions/code").asText()).as(answer.toString()).isEqualTo(code);
        assertThat(error.get("message").asText()).contains(says);
    }
}
