package org.khabar.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final List<CompletableFuture<Tokens>> asked = new ArrayList<>();
    private final ServiceTokens tokens = new ServiceTokens(new Issuer());

    /** Answers when the test does. */
    private final class Issuer implements OidcClients, OidcClient {
        @Override
        public OidcClient getClient() {
            return this;
        }

        @Override
        public OidcClient getClient(String id) {
            return this;
        }

        @Override
        public Uni<OidcClient> newClient(OidcClientConfig config) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Tokens> getTokens(Map<String, String> parameters) {
            CompletableFuture<Tokens> answer = new CompletableFuture<>();
            asked.add(answer);
            return Uni.createFrom().completionStage(answer);
        }

        @Override
        public Uni<Tokens> refreshTokens(String token, Map<String, String> parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> revokeAccessToken(String token, Map<String, String> parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private static Tokens token(String text, long seconds) {
        return new Tokens(
                text, Instant.now().getEpochSecond() + seconds, SKEW, null, null, new JsonObject(), "anonymous");
    }

    private CompletableFuture<String> ask() {
        return tokens.anonymous().subscribeAsCompletionStage();
    }

    @Test
    void howeverManyNeedOneItIsAskedForOnce() {
        List<CompletableFuture<String>> all = List.of(ask(), ask(), ask());
        asked.getFirst().complete(token("one", 300));

        assertThat(all).allSatisfy(each -> assertThat(each).isCompletedWithValue("one"));
        assertThat(ask()).isCompletedWithValue("one");
        assertThat(asked).hasSize(1);
    }

    @Test
    void shortlyBeforeItsEndAnotherIsAskedForOnceAndNobodyWaits() {
        ask();
        asked.getFirst().complete(token("old", 20));

        assertThat(ask()).isCompletedWithValue("old");
        assertThat(ask()).isCompletedWithValue("old");
        assertThat(asked).hasSize(2);
        asked.getLast().complete(token("new", 300));
        assertThat(ask()).isCompletedWithValue("new");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aTokenThatIsStillGoodIsUsedWhenTheIssuerFails() {
        ask();
        asked.getFirst().complete(token("old", 20));
        ask();
        asked.getLast().completeExceptionally(new IOException("away"));

        assertThat(ask()).isCompletedWithValue("old");
        assertThat(asked).hasSize(3);
    }

    @Test
    void aFailureIsToldToAllWhoWaitAndTheNextAsksAgain() {
        CompletableFuture<String> one = ask();
        CompletableFuture<String> two = ask();
        asked.getFirst().completeExceptionally(new IOException("away"));

        assertThat(one).isCompletedExceptionally();
        assertThat(two).isCompletedExceptionally();
        CompletableFuture<String> three = ask();
        asked.getLast().complete(token("one", 300));
        assertThat(three).isCompletedWithValue("one");
    }

    @Test
    void whoLeavesTakesItFromNobody() {
        Cancellable leaving = tokens.anonymous().subscribe().with(_ -> {});
        CompletableFuture<String> staying = ask();
        leaving.cancel();
        asked.getFirst().complete(token("one", 300));

        assertThat(staying).isCompletedWithValue("one");
    }

    @Test
    void eachGoesOnWhereItWas() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context own = vertx.getOrCreateContext();
            CompletableFuture<Boolean> wentOnThere = new CompletableFuture<>();
            CompletableFuture<Void> waits = new CompletableFuture<>();
            own.runOnContext(_ -> {
                tokens.anonymous().subscribe().with(_ -> wentOnThere.complete(Vertx.currentContext() == own));
                waits.complete(null);
            });
            waits.get(10, TimeUnit.SECONDS);
            asked.getFirst().complete(token("one", 300));

            assertThat(wentOnThere.get(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void bothClientsAskInTimeByDefault() throws IOException {
        Properties defaults = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            defaults.load(file);
        }
        assertThat(defaults)
                .containsEntry("quarkus.oidc-client.refresh-token-time-skew", "30S")
                .containsEntry(
                        "quarkus.oidc-client.anonymous.refresh-token-time-skew",
                        "${quarkus.oidc-client.refresh-token-time-skew}");
    }
}
