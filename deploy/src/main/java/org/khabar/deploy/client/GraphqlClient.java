package org.khabar.deploy.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;

/** Sends GraphQL requests to the gateway. */
public final class GraphqlClient {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI endpoint;
    private final AccessTokens tokens;

    public GraphqlClient(Ports ports, AccessTokens tokens) {
        this.endpoint = URI.create(ports.url(Part.GATEWAY) + "/graphql");
        this.tokens = tokens;
    }

    /** A query without variables. */
    public GraphqlAnswer ask(String query) {
        return ask(query, JSON.createObjectNode());
    }

    /**
     * Sends one operation.
     *
     * @throws StackException if the gateway does not answer or answers without JSON
     */
    public GraphqlAnswer ask(String query, ObjectNode variables) {
        return send(request(query, variables));
    }

    /**
     * Asks for the plan of an operation, which is not run.
     *
     * @throws StackException if the gateway does not answer or answers without JSON
     */
    public GraphqlAnswer plan(String query, ObjectNode variables) {
        return send(request(query, variables).header("Khabar-Query-Plan", "only"));
    }

    private HttpRequest.Builder request(String query, ObjectNode variables) {
        ObjectNode body = JSON.createObjectNode().put("query", query).set("variables", variables);
        return HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + tokens.get())
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json, application/json;q=0.9")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private static GraphqlAnswer send(HttpRequest.Builder request) {
        HttpResponse<String> response = Http.send(request.build(), "the gateway");
        return new GraphqlAnswer(response.statusCode(), parse(response));
    }

    private static JsonNode parse(HttpResponse<String> response) {
        try {
            JsonNode answer = JSON.readTree(response.body());
            if (answer.isObject()) {
                return answer;
            }
        } catch (JacksonException e) {
            throw withoutJson(response);
        }
        throw withoutJson(response);
    }

    private static StackException withoutJson(HttpResponse<String> response) {
        return new StackException("the gateway answers HTTP " + response.statusCode() + " without a GraphQL response");
    }
}
