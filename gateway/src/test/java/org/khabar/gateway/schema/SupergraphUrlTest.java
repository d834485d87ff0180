package org.khabar.gateway.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.supergraph.Supergraph;

/** A supergraph from an HTTP server that behaves, and from one that does not. */
class SupergraphUrlTest {
    private final List<Integer> statuses = new ArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile String text = "";
    private volatile String mode = "up";
    private HttpServer server;
    private SupergraphUrl source;

    @BeforeEach
    void start() throws IOException {
        text = Files.readString(Path.of("src/test/resources/supergraph/join/v0.3.graphql"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/supergraph?key=secret");
        source = new SupergraphUrl(address, Map.of("X-Registry-Key", "k1"), Duration.ofMillis(500), 50_000);
    }

    @AfterEach
    void stop() {
        finished.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String tag = '"' + Integer.toHexString(text.hashCode()) + '"';
        boolean unchanged = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        boolean welcome = "k1".equals(exchange.getRequestHeaders().getFirst("X-Registry-Key"));
        if (mode.equals("silent")) {
            awaitEnd();
            return;
        }
        int status = !welcome ? 401 : mode.equals("down") ? 500 : unchanged ? 304 : 200;
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        statuses.add(status);
        exchange.getResponseHeaders().add("ETag", tag);
        exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
        if (status == 200) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void awaitEnd() {
        try {
            finished.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isNotSentAgainWhileItIsTheSame() throws Exception {
        Supergraph first = source.load();

        assertThat(source.load()).isSameAs(first);
        assertThat(statuses).containsExactly(200, 304);
    }

    @Test
    void isTakenAgainOnceItChanged() throws Exception {
        Supergraph first = source.load();
        text = text.replaceFirst(
                "(?m)^type Query",
                "type Added @join__type(graph: " + text.replaceAll("(?s).*enum join__Graph \\{\\s*(\\w+).*", "$1")
                        + ") { id: ID }\n\ntype Query");

        assertThat(source.load().types()).hasSize(first.types().size() + 1);
    }

    @Test
    void aBrokenOneIsRefusedEachTimeUntilItIsRepaired() throws Exception {
        Supergraph first = source.load();
        String good = text;
        text = "type Query { broken";

        assertThatThrownBy(source::load).hasMessageContaining("supergraph at http://localhost");
        assertThatThrownBy(source::load).isInstanceOf(SchemaUnavailableException.class);
        text = good;
        assertThat(source.load()).isEqualTo(first);
    }

    @Test
    void aServerThatIsDownIsNamedWithoutItsSecret() {
        mode = "down";

        assertThatThrownBy(source::load)
                .hasMessageContaining("answers with status 500")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        mode = "silent";

        assertThatThrownBy(source::load).hasMessageContaining("did not answer within 500 ms");
    }

    @Test
    void aTextThatIsTooLargeIsNotReadToItsEnd() {
        text = "#".repeat(50_001);

        assertThatThrownBy(source::load).hasMessageContaining("cannot be fetched");
    }
}
