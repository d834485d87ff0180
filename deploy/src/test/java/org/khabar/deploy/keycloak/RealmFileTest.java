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
    void everyClientOfKhabarAndNoOtherPutsKhabarIntoTheAudience() {
        assertThat(each("clients").filter(RealmFileTest::isKhabars))
                .hasSize(5)
                .allSatisfy(client -> assertThat(client.at("/protocolMappers/0/config")
                                .path("included.custom.audience")
                                .asText())
                        .isEqualTo("khabar"));
        assertThat(each("clients").filter(client -> !isKhabars(client)))
                .noneMatch(client -> client.toString().contains("included.custom.audience"));
    }

    @Test
    void onlyTheGatewayCanAskForTheScopeOfAnonymousReaders() {
        assertThat(each("clients").filter(client -> client.toString().contains("\"khabar-reader\"")))
                .singleElement()
                .satisfies(client -> {
                    assertThat(client.path("clientId").asText()).isEqualTo("khabar-gateway");
                    assertThat(client.path("optionalClientScopes").path(0).asText())
                            .isEqualTo("khabar-reader");
                    assertThat(client.path("fullScopeAllowed").asBoolean()).isFalse();
                });
    }

    /** A realm file that lists client scopes gets no others, and every client then needs those it lives by. */
    @Test
    void everyScopeThatIsNamedIsDefined() {
        var defined =
                each("clientScopes").map(scope -> scope.path("name").asText()).toList();

        assertThat(Stream.of("defaultDefaultClientScopes", "defaultOptionalClientScopes")
                        .flatMap(this::each)
                        .map(JsonNode::asText))
                .isNotEmpty()
                .isSubsetOf(defined);
        assertThat(each("clients")
                        .flatMap(client -> Stream.of("defaultClientScopes", "optionalClientScopes")
                                .flatMap(field ->
                                        StreamSupport.stream(client.path(field).spliterator(), false))
                                .map(JsonNode::asText)))
                .isNotEmpty()
                .isSubsetOf(defined);
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

    private static boolean isKhabars(JsonNode client) {
        return client.path("clientId").asText().startsWith("khabar-");
    }

    private Stream<JsonNode> each(String field) {
        return StreamSupport.stream(realm.path(field).spliterator(), false);
    }
}
