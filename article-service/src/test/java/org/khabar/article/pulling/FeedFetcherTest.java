package org.khabar.article.pulling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fetcher against a server on this machine, which stands for public ones: 127.0.0.1 alone is let through. */
class FeedFetcherTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final PullingConfig CONFIG = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(PullingConfig.class)
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "khabar.pulling.allow-private-addresses", "true",
                            "khabar.pulling.max-bytes", "100000",
                            "khabar.pulling.max-redirects", "2",
                            "khabar.pulling.timeout", "2s"),
                    "test",
                    500))
            .build()
            .getConfigMapping(PullingConfig.class);
    private static final Map<String, String> HOSTS = Map.of(
            "feeds.example.org", "127.0.0.1",
            "www.example.org", "127.0.0.1",
            "inside.example.org", "10.0.0.1",
            "mixed.example.org", "127.0.0.1 192.168.1.1",
            "mapped.example.org", "::ffff:169.254.169.254",
            "nat64.example.org", "64:ff9b::a00:1",
            "loop6.example.org", "::1");

    private final FeedServer server = new FeedServer();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final FeedFetcher fetcher = new FeedFetcher(
            VERTX,
            new CheckedAddresses(
                    this::resolve,
                    address -> address.getHostAddress().equals("127.0.0.1") || PublicInternet.has(address)),
            CONFIG);

    @AfterEach
    void stopServer() {
        server.close();
    }

    @AfterAll
    static void stopClient() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndAsksForTheHost() throws Exception {
        server.serving("/feed", "<rss>خبر</rss>");

        FetchedFeed.Body body = body(fetch("feeds.example.org", "/feed"));
        assertThat(new String(body.text().bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss>خبر</rss>");
        assertThat(body.charset()).isEqualTo("UTF-8");
        assertThat(lookUps).hasValue(1);
        Map<String, List<String>> request = server.requests().getFirst();
        assertThat(request.get("Host")).containsExactly("feeds.example.org:" + server.port());
        assertThat(String.valueOf(request.get("User-agent"))).startsWith("[Khabar");
        assertThat(request).doesNotContainKeys("Cookie", "If-none-match", "If-modified-since", "Authorization");
    }

    @Test
    void asksOnlyForWhatIsNew() throws Exception {
        server.answering("/feed", exchange -> {
            boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Sat, 09 Mar 2024 18:30:00 GMT");
            if (same) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                FeedServer.send(exchange, 200, "<rss/>".getBytes(StandardCharsets.UTF_8));
            }
        });

        FetchedFeed.Version version = body(fetch("feeds.example.org", "/feed")).version();
        assertThat(version).isEqualTo(new FetchedFeed.Version("\"v1\"", "Sat, 09 Mar 2024 18:30:00 GMT"));
        assertThat(fetch("feeds.example.org", "/feed", version)).isInstanceOf(FetchedFeed.NotModified.class);
        assertThat(server.requests().getLast().get("If-modified-since"))
                .containsExactly("Sat, 09 Mar 2024 18:30:00 GMT");
    }

    @ParameterizedTest
    @CsvSource({"inside", "mixed", "mapped", "nat64", "loop6"})
    void hostsWithAnAddressThatIsNotPublicAreRefused(String name) {
        server.serving("/feed", "<rss/>");
        assertFails(name + ".example.org", "/feed", "has an address that is not public");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void hostsThatNobodyAllowedOrKnowsAreRefused() {
        server.serving("/feed", "<rss/>");
        assertFails("stranger.example.org", "/feed", "not among the allowed");
        assertFails("unknown.example.org", "/feed", "is not known");
    }

    @Test
    void redirectsAreFollowedToAllowedHosts() throws Exception {
        server.redirecting("/old", "http://www.example.org:" + server.port() + "/new");
        server.serving("/new", "<rss/>");
        assertThat(body(fetch("feeds.example.org", "/old")).text().bytes()).isNotEmpty();
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void redirectsAreCheckedLikeAddresses() {
        server.redirecting("/inside", "http://inside.example.org:" + server.port() + "/");
        server.redirecting("/stranger", "http://stranger.example.org:" + server.port() + "/");
        server.redirecting("/literal", "http://169.254.169.254/latest/meta-data/");
        server.redirecting("/scheme", "file:///etc/passwd");
        server.redirecting("/loop", "/loop");
        server.answering("/nowhere", exchange -> exchange.sendResponseHeaders(302, -1));

        assertFails("feeds.example.org", "/inside", "has an address that is not public");
        assertFails("feeds.example.org", "/stranger", "not among the allowed");
        assertFails("feeds.example.org", "/literal", "not a public host name");
        assertFails("feeds.example.org", "/scheme", "not an absolute http");
        assertFails("feeds.example.org", "/nowhere", "redirect to nowhere");
        int before = server.requests().size();
        assertFails("feeds.example.org", "/loop", "more than 2 redirects");
        assertThat(server.requests().size() - before).isEqualTo(3);
    }

    /** A name that leads inside from its second look-up on: each request looks it up anew, and is refused then. */
    @Test
    void namesThatChangeTheirAddressAreNoWayIn() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        FeedFetcher rebound = new FeedFetcher(
                VERTX,
                new CheckedAddresses(
                        host -> List.of(
                                InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")),
                        address -> address.getHostAddress().equals("127.0.0.1")),
                CONFIG);
        server.serving("/feed", "<rss/>");
        server.redirecting("/again", "/feed");
        FeedAddress address = address("feeds.example.org", "/again");

        assertThatThrownBy(() -> rebound.fetch(address, FetchedFeed.Version.NONE, host -> true))
                .hasMessageContaining("not public");
        assertThat(asked).hasValue(2);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void answersAreBounded() {
        server.answering("/declared", exchange -> FeedServer.send(exchange, 200, new byte[100_001]));
        server.answering("/endless", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[50_000];
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(chunk);
            }
        });
        server.answering("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            FeedServer.send(exchange, 200, packed(new byte[50_000_000]));
        });
        for (String path : List.of("/declared", "/endless", "/bomb")) {
            assertFails("feeds.example.org", path, "more than 100000 bytes");
        }
    }

    @Test
    void packedFeedsAreUnpacked() throws Exception {
        byte[] feed = "<rss>خبر</rss>".repeat(100).getBytes(StandardCharsets.UTF_8);
        server.answering("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            FeedServer.send(exchange, 200, packed(feed));
        });
        assertThat(body(fetch("feeds.example.org", "/feed")).text().bytes()).isEqualTo(feed);
    }

    @Test
    void whatIsNoFeedIsRefused() {
        answer("/html", 200, "text/html", null, "<html/>");
        answer("/br", 200, "text/xml", "br", "x");
        answer("/broken", 200, "text/xml", "gzip", "no gzip");
        answer("/error", 503, "text/xml", null, "<rss/>");
        answer("/uncalled", 304, "text/xml", null, "");

        assertFails("feeds.example.org", "/html", "its type is text/html");
        assertFails("feeds.example.org", "/br", "packed as br");
        assertFails("feeds.example.org", "/broken", "gzip is broken");
        assertFails("feeds.example.org", "/error", "status 503");
        assertFails("feeds.example.org", "/uncalled", "status 304");
    }

    @Test
    void serversThatDawdleAreLeft() {
        CountDownLatch done = new CountDownLatch(1);
        server.answering("/slow", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            await(done);
        });
        Instant begun = Instant.now();
        assertFails("feeds.example.org", "/slow", "not read within");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
        done.countDown();
    }

    private void answer(String path, int status, String type, @Nullable String encoding, String body) {
        server.answering(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            if (encoding != null) {
                exchange.getResponseHeaders().set("Content-Encoding", encoding);
            }
            FeedServer.send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private void assertFails(String host, String path, String message) {
        assertThatThrownBy(() -> fetch(host, path))
                .isInstanceOf(PullFailure.class)
                .hasMessageContaining(message);
    }

    private FetchedFeed fetch(String host, String path) throws PullFailure, InterruptedException {
        return fetch(host, path, FetchedFeed.Version.NONE);
    }

    private FetchedFeed fetch(String host, String path, FetchedFeed.Version held)
            throws PullFailure, InterruptedException {
        return fetcher.fetch(address(host, path), held, name -> !name.startsWith("stranger"));
    }

    private FeedAddress address(String host, String path) throws PullFailure {
        return FeedAddress.of("http://" + host + ":" + server.port() + path, FeedAddress.Rules.of(CONFIG));
    }

    private static FetchedFeed.Body body(FetchedFeed fetched) {
        assertThat(fetched).isInstanceOf(FetchedFeed.Body.class);
        return (FetchedFeed.Body) fetched;
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        }
        return packed.toByteArray();
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        lookUps.incrementAndGet();
        String addresses = HOSTS.get(host);
        if (addresses == null) {
            throw new UnknownHostException(host);
        }
        return List.of(addresses.split(" ")).stream()
                .map(InetAddress::ofLiteral)
                .toList();
    }
}
