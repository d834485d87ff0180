package org.khabar.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.memory.MemoryShare;

/** What a client may send over a WebSocket, and what of it is held. */
@QuarkusTest
@TestProfile(SocketInputTest.Bounded.class)
class SocketInputTest {
    private static final byte[] NOTHING = {};
    private static final String EVENT_IN_PART =
            "{\"type\":\"next\",\"id\":\"1\",\"payload\":{\"data\":{\"priceChanged\":{\"name\":\"";

    private final Connections connections;
    private final MemoryBudget memory;
    private final List<FrameClient> clients = new ArrayList<>();

    SocketInputTest(Connections connections, MemoryBudget memory) {
        this.connections = connections;
        this.memory = memory;
    }

    /** Each client has a megabyte, and little to say beside operations. */
    public static class Bounded extends LiveProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("khabar.gateway.live.init-timeout", "60s");
            config.put("khabar.gateway.live.ping-interval", "60s");
            config.put("khabar.gateway.live.max-init-bytes", "4096");
            config.put("khabar.gateway.live.max-free-messages", "5");
            config.put("khabar.gateway.live.max-operations-per-connection", "100");
            config.put("khabar.gateway.live.max-refusals-in-a-row", "5");
            config.put("khabar.gateway.limits.max-body-bytes", "1000000");
            config.put("khabar.gateway.memory.budget", "4000000");
            config.put("khabar.gateway.quotas.requests", "40");
            config.put("khabar.gateway.quotas.period", "24h");
            return config;
        }
    }

    @BeforeEach
    void reset() {
        Steering.reset();
    }

    @AfterEach
    void allIsLetGo() throws IOException {
        for (FrameClient client : clients) {
            client.close();
        }
        Steering.awaitSubscribers(0);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> connections.size() == 0 && memory.inUse() == 0 && memory.clients() == 0);
    }

    private static String token(String subject) {
        return Steering.token(Map.of("subject", subject));
    }

    private FrameClient ready(String subject) throws IOException {
        return kept(FrameClient.ready(token(subject)));
    }

    private FrameClient kept(FrameClient client) {
        clients.add(client);
        return client;
    }

    /** A message of so many bytes that is answered. */
    private static byte[] ping(int bytes) {
        String opening = "{\"type\":\"ping\",\"payload\":{\"text\":\"";
        return (opening + "x".repeat(bytes - opening.length() - 3) + "\"}}").getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsTooLargeToSayWhoItIsIsRefusedBeforeItHasCome() throws IOException {
        FrameClient client = kept(FrameClient.open(token("large init")));
        client.frame(FrameClient.TEXT, true, 900_000, Arrays.copyOf(ping(1000), 10));
        assertThat(client.closeCode()).isEqualTo(4400);
    }

    @Test
    void framesOfOneMessageAreAddedUpBeforeAClientSaysWhoItIs() throws IOException {
        FrameClient client = kept(FrameClient.open(token("divided init")));
        client.frame(FrameClient.TEXT, false, new byte[2000]).frame(FrameClient.CONTINUATION, false, new byte[2000]);
        client.frame(FrameClient.CONTINUATION, false, 2000, NOTHING);
        assertThat(client.closeCode()).isEqualTo(4400);
    }

    @Test
    void aMessageMayBeAsLargeAsABody() throws IOException {
        FrameClient atOnce = ready("large");
        atOnce.frame(FrameClient.TEXT, true, 1_100_000, NOTHING);
        assertThat(atOnce.closeCode()).isEqualTo(1009);
        FrameClient inParts = ready("large in parts");
        inParts.frame(FrameClient.TEXT, false, new byte[200_000]);
        inParts.frame(FrameClient.CONTINUATION, false, 900_000, NOTHING);
        assertThat(inParts.closeCode()).isEqualTo(1009);
        FrameClient endless = ready("endless");
        endless.frame(FrameClient.TEXT, true, -1, NOTHING);
        assertThat(endless.closeCode()).isEqualTo(1009);
    }

    @Test
    void aMessageThatIsThereInPartIsHeldOfItsClientsMemory() throws IOException {
        FrameClient client = ready("slow");
        byte[] message = ping(200_000);
        client.frame(FrameClient.TEXT, true, message.length, Arrays.copyOf(message, 100_000));
        await().until(() -> memory.heldBy("account:slow") >= 3 * 100_000 - SocketInput.FREE_BYTES);
        assertThat(memory.heldBy("account:slow")).isLessThan(400_000).isEqualTo(memory.inUse());

        client.more(Arrays.copyOfRange(message, 100_000, message.length));
        assertThat(client.nextText()).isEqualTo("{\"type\":\"pong\"}");
        await().until(() -> memory.inUse() == 0);
    }

    @Test
    void framesThatWaitForTheRestOfTheirMessageAreHeldToo() throws IOException {
        FrameClient client = ready("divided");
        byte[] message = ping(150_000);
        client.frame(FrameClient.TEXT, false, Arrays.copyOf(message, 100_000));
        client.frame(FrameClient.PING, true, NOTHING);
        await().until(() -> memory.heldBy("account:divided") >= 3 * 100_000 - SocketInput.FREE_BYTES);

        client.frame(FrameClient.CONTINUATION, true, Arrays.copyOfRange(message, 100_000, message.length));
        assertThat(client.nextText()).isEqualTo("{\"type\":\"pong\"}");
        await().until(() -> memory.inUse() == 0);
    }

    @Test
    void messagesInPartTakeNoMoreThanTheirClientsPart() throws IOException {
        byte[] message = ping(200_000);
        for (int i = 0; i < 2; i++) {
            ready("holding").frame(FrameClient.TEXT, true, message.length, Arrays.copyOf(message, 150_000));
        }
        await().until(() -> memory.heldBy("account:holding") > 800_000);
        FrameClient third = ready("holding");
        third.frame(FrameClient.TEXT, true, message.length, Arrays.copyOf(message, 150_000));
        assertThat(third.closeCode()).isEqualTo(1013);

        FrameClient other = ready("other");
        other.frame(FrameClient.TEXT, true, message.length, Arrays.copyOf(message, 150_000));
        other.more(Arrays.copyOfRange(message, 150_000, message.length));
        assertThat(other.nextText()).isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void anOperationThatThereIsNoMemoryForIsAnErrorAndTheSocketStays() throws IOException {
        MemoryShare held = memory.share("account:full");
        assertThat(held.tryTake(memory.limitPerClient())).isTrue();
        FrameClient client = ready("full");
        String query = "\"query\":\"{ product(upc: \\\"u1\\\") { price } }\"";
        client.text("{\"id\":\"a\",\"type\":\"subscribe\",\"payload\":{" + query + ",\"variables\":{\"unused\":["
                + "{},".repeat(1500) + "{}]}}}");
        assertThat(client.nextText()).contains("\"type\":\"error\"", "OVERLOADED", "as one client may have now");

        client.text("{\"id\":\"b\",\"type\":\"subscribe\",\"payload\":{" + query + "}}");
        assertThat(client.nextText()).contains("\"id\":\"b\"", "\"price\":7");
        held.close();
    }

    /** What a client may send on and on. */
    enum Flood {
        PINGS,
        PONGS,
        COMPLETES,
        CONTROL_FRAMES,
        LITTLE_FRAMES,
        SUBSCRIBES,
        SUBSCRIBES_GIVEN_UP;

        void send(FrameClient client, int number) throws IOException {
            switch (this) {
                case PINGS -> client.text("{\"type\":\"ping\"}");
                case PONGS -> client.text("{\"type\":\"pong\"}");
                case COMPLETES -> client.text("{\"type\":\"complete\",\"id\":\"unknown\"}");
                case CONTROL_FRAMES -> client.frame(FrameClient.PING, true, NOTHING);
                case LITTLE_FRAMES -> client.frame(FrameClient.CONTINUATION, false, new byte[1]);
                case SUBSCRIBES -> subscribe(client, number);
                case SUBSCRIBES_GIVEN_UP -> {
                    subscribe(client, number);
                    client.text("{\"type\":\"complete\",\"id\":\"" + number + "\"}");
                }
            }
        }

        private static void subscribe(FrameClient client, int number) throws IOException {
            client.text(
                    "{\"type\":\"subscribe\",\"id\":\"" + number + "\",\"payload\":{\"query\":\"{ __typename }\"}}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFloodIsTakenOutOfTheQuotaAndEndsTheConnection(Flood flood) throws IOException {
        FrameClient client = ready("flood of " + flood);
        if (flood == Flood.LITTLE_FRAMES) {
            client.frame(FrameClient.TEXT, false, new byte[1]);
        }
        for (int i = 0; i < 60; i++) {
            flood.send(client, i);
        }
        assertThat(client.closeCode()).isEqualTo(1013);
        request("flood of " + flood).statusCode(429);
    }

    @Test
    void whatThereIsNoMemoryForIsNotAskedOnAndOn() throws IOException {
        MemoryShare held = memory.share("account:insistent");
        assertThat(held.tryTake(memory.limitPerClient())).isTrue();
        FrameClient client = ready("insistent");
        String variables = "{\"unused\":[" + "{},".repeat(1500) + "{}]}";
        for (int i = 0; i < 60; i++) {
            client.text("{\"id\":\"" + i + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ __typename }\","
                    + "\"variables\":" + variables + "}}");
        }
        assertThat(client.closeCode()).isEqualTo(1013);
        held.close();
    }

    private static io.restassured.response.ValidatableResponse request(String subject) {
        return given().header("Authorization", "Bearer " + token(subject))
                .contentType("application/json")
                .body(Map.of("query", "{ __typename }"))
                .post("/graphql")
                .then();
    }

    @Test
    void signsOfLifeTakeNothingOutOfTheQuota() throws IOException {
        FrameClient client = ready("alive");
        for (int i = 0; i < 5; i++) {
            client.text("{\"type\":\"ping\"}");
            assertThat(client.nextText()).isEqualTo("{\"type\":\"pong\"}");
        }
        // Of 40 requests the socket was one, and this is another.
        request("alive").statusCode(200).header("RateLimit", startsWith("\"default\";r=38;"));
    }

    @Test
    void subscriptionsAreHeldFromTheirFirstByte() throws IOException {
        FrameClient client = ready("idle");
        for (int i = 0; i < 4; i++) {
            client.text("{\"id\":\"s" + i + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + Steering.PRICES
                    + "\"}}");
        }
        Steering.awaitSubscribers(4);
        assertThat(memory.heldBy("account:idle")).isEqualTo(4 * 16_384);
        client.text("{\"id\":\"s0\",\"type\":\"complete\"}");
        await().until(() -> memory.heldBy("account:idle") == 3 * 16_384);
    }

    @Test
    void whatHasComeOfAnEventIsHeldOfTheSubscribersMemory() throws IOException {
        FrameClient client = subscribed("patient");
        Steering.events("part", EVENT_IN_PART + "x".repeat(15_000));
        await().until(() -> memory.heldBy("account:patient") >= 16_384 + 3 * 15_000 - UpstreamInput.FREE_BYTES);

        Steering.events("rest", "\"}}}}");
        assertThat(client.nextText()).contains("\"type\":\"next\"", "xxxx");
        await().until(() -> memory.heldBy("account:patient") == 16_384);
    }

    @Test
    void anEventInPartThatThereIsNoMemoryForEndsItsSubscription() throws IOException {
        FrameClient client = subscribed("poor");
        MemoryShare held = memory.lasting("account:poor", 0);
        boolean more = true;
        while (more) {
            more = held.tryTake(16_384);
        }
        Steering.events("part", EVENT_IN_PART + "x".repeat(18_000));
        assertThat(client.nextText())
                .contains("\"type\":\"error\"", "OVERLOADED", "no memory left for its event", "\"service\":\"shop\"");
        held.close();
    }

    private FrameClient subscribed(String subject) throws IOException {
        FrameClient client = ready(subject);
        client.text("{\"id\":\"a\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription "
                + "{ priceChanged { name } }\"}}");
        Steering.awaitSubscribers(1);
        return client;
    }

    /** A message of a thousandth of its size would pass every bound. */
    @Test
    void messagesAreNotCompressed() throws IOException {
        FrameClient client = kept(FrameClient.open(
                token("compressing"),
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, deflate-frame\r\n"));
        assertThat(client.head()).doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
    }
}
