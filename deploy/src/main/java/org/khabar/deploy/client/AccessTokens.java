package org.khabar.deploy.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.keycloak.KeycloakPart;

/** Access tokens of one login, fetched when needed and again before they expire. Safe for several threads. */
public final class AccessTokens {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI endpoint;
    private final Login login;
    private String token = "";
    private Instant goodUntil = Instant.EPOCH;

    public AccessTokens(Ports ports, Login login) {
        this.endpoint = URI.create(
                ports.url(Part.KEYCLOAK) + "/realms/" + KeycloakPart.REALM + "/protocol/openid-connect/token");
        this.login = login;
    }

    /**
     * A token that is good for some time yet.
     *
     * @throws StackException if Keycloak does not answer or refuses the login
     */
    public synchronized String get() {
        if (Instant.now().isAfter(goodUntil)) {
            fetch();
        }
        return token;
    }

    private void fetch() {
        Map<String, String> form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "khabar-cli",
                "username",
                login.user(),
                "password",
                login.password());
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)))
                .build();
        HttpResponse<String> response = Http.send(request, "Keycloak");
        JsonNode answer = parse(response);
        if (response.statusCode() != 200) {
            throw new StackException("Keycloak refuses user " + login.user() + ": "
                    + answer.path("error_description").asText("HTTP " + response.statusCode()));
        }
        token = answer.path("access_token").asText();
        goodUntil =
                Instant.now().plusSeconds(answer.path("expires_in").asLong()).minus(MARGIN);
    }

    private static JsonNode parse(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new StackException("Keycloak answers HTTP " + response.statusCode() + " without JSON", e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
