package org.khabar.deploy.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmFileTest {
    private JsonNode realm;

    @BeforeEach
    void read() throws IOException {
        realm = new JsonMapper().readTree(Path.of("keycloak/khabar-realm.json").toFile());
    }

    @Test
    void noClientSecretIsInTheRepository() {
        assertThat(each("clients").filter(client -> client.has("secret")))
                .hasSize(3)
                .allSatisfy(client -> assertThat(client.path("secret").asText()).matches("\\$\\{KHABAR_\\w+_SECRET}"));
    }

    @Test
    void everyUserWithAPasswordIsMarkedAsADevelopmentUser() {
        assertThat(each("users").filter(user -> user.has("credentials")))
                .hasSize(5)
                .allSatisfy(
                        user -> assertThat(user.path("groups").path(0).asText()).isEqualTo("/development"));
    }

    @Test
    void everyClientPutsKhabarIntoTheAudience() {
        assertThat(each("clients"))
                .allSatisfy(client -> assertThat(client.at("/protocolMappers/0/config")
                                .path("included.custom.audience")
                                .asText())
                        .isEqualTo("khabar"));
    }

    @Test
    void onlyTheCommandLineTradesPasswordsForTokens() {
        assertThat(each("clients")
                        .filter(client ->
                                client.path("directAccessGrantsEnabled").asBoolean())
                        .map(client -> client.path("clientId").asText()))
                .containsExactly("khabar-cli");
    }

    @Test
    void theWebClientMustProveItsCode() {
        JsonNode web = each("clients")
                .filter(client -> client.path("clientId").asText().equals("khabar-web"))
                .findFirst()
                .orElseThrow();

        assertThat(web.path("publicClient").asBoolean()).isTrue();
        assertThat(web.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    private Stream<JsonNode> each(String field) {
        return StreamSupport.stream(realm.path(field).spliterator(), false);
    }
}
