package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of subscriptions when a subgraph does not do as it should. */
@QuarkusTest
@TestProfile(LiveProfile.class)
class UpstreamTest {

    @BeforeEach
    void reset() {
        Steering.reset();
        Steering.awaitSubscribers(0);
    }

    private static SocketClient subscribed() {
        SocketClient client = SocketClient.ready(Steering.token()).subscribe("a", Steering.PRICES);
        Steering.awaitSubscribers(1);
        return client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1001", "1012", "4408"})
    void aRestartDoesNotLoseTheSubscription(String code) {
        try (SocketClient client = subscribed()) {
            Steering.events("refuse", "503");
            Steering.events("close", code);
            Steering.awaitSubscribers(0);
            Steering.events("refuse", "0");
            Steering.awaitSubscribers(1);
            Steering.events("next", Steering.EVENT);
            assertThat(client.next("a", "next")).isEqualTo(Steering.ANSWER);
        }
    }

    @Test
    void aSubgraphThatStaysAwayEndsTheSubscription() {
        try (SocketClient client = subscribed()) {
            Steering.events("refuse", "503");
            Steering.events("close", "1012");
            assertThat(client.next("a", "error")).contains("\"code\":\"SUBGRAPH_UNAVAILABLE\"", "\"service\":\"shop\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"503, SUBGRAPH_UNAVAILABLE", "404, SUBGRAPH_UNAVAILABLE", "401, UNAUTHENTICATED", "403, FORBIDDEN"})
    void whatCannotBeOpenedAtFirstIsAnErrorAtOnce(String status, String code) {
        Steering.events("refuse", status);
        try (SocketClient client = SocketClient.ready(Steering.token()).subscribe("a", Steering.PRICES)) {
            assertThat(client.next("a", "error")).contains("\"code\":\"" + code + "\"");
        }
    }

    @Test
    void aSubgraphThatDoesNotAnswerIsNotWaitedForForever() {
        Steering.events("silent", "yes");
        try (SocketClient client = SocketClient.ready(Steering.token()).subscribe("a", Steering.PRICES)) {
            assertThat(client.next("a", "error")).contains("SUBGRAPH_UNAVAILABLE");
        }
    }

    @ParameterizedTest
    @CsvSource({"4400, SUBGRAPH_UNAVAILABLE", "4403, UNAUTHENTICATED", "1008, UNAUTHENTICATED"})
    void aCodeThatWouldComeAgainEndsTheSubscription(String close, String code) {
        try (SocketClient client = subscribed()) {
            Steering.events("close", close);
            assertThat(client.next("a", "error")).contains("\"code\":\"" + code + "\"");
        }
    }

    @Test
    void errorsOfTheSubgraphReachTheClient() {
        try (SocketClient client = subscribed()) {
            Steering.events("error", "[{\"message\":\"not now\",\"extensions\":{\"code\":\"CONFLICT\"}}]");
            assertThat(client.next("a", "next")).contains("not now", "\"code\":\"CONFLICT\"", "\"service\":\"shop\"");
            client.next("a", "complete");
        }
        Steering.awaitSubscribers(0);
    }

    @Test
    void whatIsNoMessageEndsTheSubscription() {
        try (SocketClient client = subscribed()) {
            Steering.events("raw", "{\"type\":\"next\",");
            assertThat(client.next("a", "error")).contains("SUBGRAPH_UNAVAILABLE");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20_500, 60_000})
    void eventsAreBounded(int length) {
        try (SocketClient client = subscribed()) {
            Steering.events("next", "{\"data\":{\"priceChanged\":{\"name\":\"" + "x".repeat(length) + "\"}}}");
            assertThat(client.next("a", "error")).contains("LIMIT_EXCEEDED");
        }
    }
}
