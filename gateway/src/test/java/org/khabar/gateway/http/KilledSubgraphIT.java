package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process of a subgraph is killed while the packaged gateway serves, and started anew. */
class KilledSubgraphIT {
    private static final int SOME = 100;

    private final TestServices services = new TestServices();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int reviewsPort = freePort();

    private String url = "";
    private GatewayProcess gateway;
    private SubgraphProcess reviews;

    private static int freePort() {
        try {
            return GatewayProcess.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() throws IOException {
        Map<String, String> config = new HashMap<>(services.start());
        url = Objects.requireNonNull(config.get("test.services"));
        reviews = SubgraphProcess.start("reviews", reviewsPort);
        config.put(
                "khabar.gateway.subgraphs",
                "shop=" + url + "/shop,reviews=http://localhost:" + reviewsPort + "/reviews");
        config.put("khabar.gateway.first-retry", "100ms");
        config.put("khabar.gateway.poll-interval", "1h");
        config.put("khabar.gateway.quotas.requests", "1000000");
        config.put("khabar.gateway.circuit.min-fetches", "10");
        config.put("khabar.gateway.circuit.window", "2s");
        config.put("khabar.gateway.circuit.open-for", "200ms");
        gateway = GatewayProcess.start(config, Path.of("target/killed-subgraph.log"));
        gateway.awaitReady();
    }

    @AfterEach
    void stop() {
        gateway.close();
        reviews.close();
        services.stop();
    }

    @Test
    void itsFieldsAreNullAndAllElseAnswersUntilItIsBack() throws IOException, InterruptedException {
        try (OutageLoad load = OutageLoad.start(gateway.port(), token("reader"))) {
            load.await(() -> load.whole() > SOME);

            reviews.kill();
            load.await(() -> load.withGaps() > SOME);
            load.await(() -> circuit() > 0);

            reviews = SubgraphProcess.start("reviews", reviewsPort);
            load.await(() -> circuit() == 0);
            int whole = load.whole();
            int withGaps = load.withGaps();
            load.await(() -> load.whole() > whole + SOME);
            load.finish();

            // Nothing but what was under way when the circuit closed.
            assertThat(load.withGaps()).isLessThanOrEqualTo(withGaps + OutageLoad.CLIENTS);
            assertThat(gateway.isRunning()).isTrue();
        }
    }

    private double circuit() {
        return OutageLoad.circuit(
                get("http://localhost:" + gateway.port() + "/q/metrics", "Bearer " + token("service")));
    }

    private String token(String role) {
        return get(url + "/mint?roles=" + role, "none");
    }

    private String get(String address, String authorization) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", authorization)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
