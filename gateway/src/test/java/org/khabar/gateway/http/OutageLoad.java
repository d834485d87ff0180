package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/**
 * Clients that ask for products with their reviews, and for products alone, while the subgraph of the reviews comes and
 * goes. Each answer is checked: it is whole, or null where the reviews would be, with errors that say so.
 */
final class OutageLoad implements AutoCloseable {
    private static final String BOTH = "{\"query\":\"{ products { name reviews { text } } }\"}";
    private static final String SHOP = "{\"query\":\"{ products { name } }\"}";
    private static final String CIRCUIT = "khabar_gateway_circuit_state{subgraph=\"reviews\"}";

    /** Clients that ask for both. */
    static final int CLIENTS = 6;

    private final SteadyLoad load = new SteadyLoad();
    private final AtomicInteger whole = new AtomicInteger();
    private final AtomicInteger withGaps = new AtomicInteger();
    private final int port;
    private final String token;

    private OutageLoad(int port, String token) {
        this.port = port;
        this.token = token;
    }

    static OutageLoad start(int port, String token) {
        OutageLoad started = new OutageLoad(port, token);
        started.load.start(CLIENTS, () -> started.client(started::askForBoth));
        started.load.start(2, () -> started.client(started::askTheShop));
        return started;
    }

    /** What a client does on its connection. */
    private interface Step {
        void run(KeptConnection connection) throws IOException;
    }

    private Callable<Boolean> client(Step step) throws IOException {
        KeptConnection connection = new KeptConnection(port);
        return () -> {
            step.run(connection);
            return true;
        };
    }

    private void askForBoth(KeptConnection connection) throws IOException {
        JsonPath answer = ask(connection, BOTH);
        assertThat(answer.getList("data.products.name")).containsExactly("إبريق", "سراج");
        if (answer.get("errors") == null) {
            assertThat(answer.getString("data.products[0].reviews[0].text")).isEqualTo("جيد");
            whole.incrementAndGet();
        } else {
            assertThat(answer.getList("data.products.reviews")).containsOnlyNulls();
            assertThat(answer.getList("errors.extensions.code")).containsOnly("SUBGRAPH_UNAVAILABLE");
            assertThat(answer.getList("errors.path"))
                    .isEqualTo(List.of(List.of("products", 0, "reviews"), List.of("products", 1, "reviews")));
            withGaps.incrementAndGet();
        }
    }

    private void askTheShop(KeptConnection connection) throws IOException {
        JsonPath answer = ask(connection, SHOP);
        assertThat(answer.<Object>get("errors")).isNull();
        assertThat(answer.getList("data.products.name")).containsExactly("إبريق", "سراج");
    }

    private JsonPath ask(KeptConnection connection, String body) throws IOException {
        KeptConnection.Answer answer = connection.post(token, body);
        assertThat(answer.status()).isEqualTo(200);
        return JsonPath.from(answer.body());
    }

    /** Answers with everything so far. */
    int whole() {
        return whole.get();
    }

    /** Answers without reviews so far. */
    int withGaps() {
        return withGaps.get();
    }

    /** Waits for a condition, and fails as soon as a client did: it has stopped, and there may be nothing to wait for. */
    void await(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> condition.getAsBoolean() || !load.failures().isEmpty());
        assertThat(load.failures()).isEmpty();
    }

    /** Ends the load; no answer must have been a failure. */
    void finish() throws InterruptedException {
        load.finish();
        assertThat(load.failures()).isEmpty();
    }

    /** The state of the reviews' circuit in the gateway's metrics. */
    static double circuit(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(CIRCUIT))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        load.close();
    }
}
