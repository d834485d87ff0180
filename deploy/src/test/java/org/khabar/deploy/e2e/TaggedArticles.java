package org.khabar.deploy.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.khabar.deploy.client.GraphqlAnswer;

/** All articles with the mentions that entity-service has found in them, asked through the gateway. */
final class TaggedArticles {
    /** How long tagging may take on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String PAGE = """
            {
              articles(first: 50, after: %s) {
                nodes {
                  headline
                  blocks { text position }
                  mentions { surface block start end status entity { id } }
                }
                pageInfo { hasNextPage endCursor }
              }
            }
            """;

    private final RunningStack stack;

    TaggedArticles(RunningStack stack) {
        this.stack = stack;
    }

    long countTagged() {
        return list().values().stream()
                .filter(article -> !article.path("mentions").isEmpty())
                .count();
    }

    /** By headline. */
    Map<String, JsonNode> list() {
        Map<String, JsonNode> articles = new TreeMap<>();
        String after = "null";
        for (boolean more = true; more; ) {
            GraphqlAnswer answer = stack.ask("reader", PAGE.formatted(after));
            JsonNode page = answer.data().path("articles");
            page.path("nodes")
                    .forEach(node -> articles.put(node.path("headline").asText(), node));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            after = page.at("/pageInfo/endCursor").toString();
        }
        return articles;
    }

    /** The article's mentions, one line each, in the order of the answer. */
    static List<String> mentions(JsonNode article) {
        return StreamSupport.stream(article.path("mentions").spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }

    /** What is wrong with the article's offsets: one line for each surface that is not the block's text there. */
    static List<String> wrongOffsets(JsonNode article) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode mention : article.path("mentions")) {
            String text = article.path("blocks")
                    .path(mention.path("block").asInt())
                    .path("text")
                    .asText();
            int start = mention.path("start").asInt();
            int end = mention.path("end").asInt();
            String surface = mention.path("surface").asText();
            if (end > text.length()
                    || start >= end
                    || !text.substring(start, end).equals(surface)) {
                wrong.add(mention + " in " + text);
            }
        }
        return wrong;
    }
}
