package org.khabar.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.khabar.deploy.client.AccessTokens;
import org.khabar.deploy.client.GraphqlAnswer;
import org.khabar.deploy.client.GraphqlClient;
import org.khabar.deploy.client.Login;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.process.Poll;

/** The newest article with its entities, asked through the gateway as a reader does: the whole path at a glance. */
final class NewestArticle {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String QUERY = """
            {
              articles(first: 1) {
                nodes {
                  headline
                  publishedAt
                  outlet { name(language: "en") { text } }
                  entities(first: 12) {
                    edges { mentionCount node { __typename name(language: "en") { text } } }
                  }
                }
              }
            }
            """;

    private final GraphqlClient client;

    NewestArticle(Ports ports) {
        this.client = new GraphqlClient(ports, new AccessTokens(ports, Login.of("reader")));
    }

    /** Prints it; waits a little for the entities of a page that was imported a moment ago. */
    void print(PrintStream out) {
        AtomicReference<GraphqlAnswer> answer = new AtomicReference<>(client.ask(QUERY));
        Poll.until(() -> isTagged(answer.updateAndGet(old -> isTagged(old) ? old : client.ask(QUERY))), PATIENCE);
        JsonNode article = newest(answer.get());
        if (article.isMissingNode()) {
            return;
        }
        out.println("Newest     " + article.path("headline").asText());
        out.println("           " + article.path("publishedAt").asText() + ", "
                + article.path("outlet").path("name").path("text").asText());
        out.println("           " + entities(article));
    }

    private static String entities(JsonNode article) {
        return StreamSupport.stream(edges(article).spliterator(), false)
                .map(edge -> edge.path("node").path("name").path("text").asText() + " ("
                        + edge.path("node").path("__typename").asText() + ", "
                        + edge.path("mentionCount").asInt() + "×)")
                .collect(Collectors.joining(", "));
    }

    private static boolean isTagged(GraphqlAnswer answer) {
        return !edges(newest(answer)).isEmpty();
    }

    private static JsonNode newest(GraphqlAnswer answer) {
        return answer.data().path("articles").path("nodes").path(0);
    }

    private static JsonNode edges(JsonNode article) {
        return article.path("entities").path("edges");
    }
}
