package org.khabar.article.pulling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.OutsideProfile;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Feeds that admins manage and the service pulls, from a server on this machine. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(OutsideProfile.class)
class PullTest {

    private static final String ADMIN = Tokens.of("admin", "admin");
    private static final String ADD = "mutation($input: FeedSourceInput!) { addFeedSource(input: $input)"
            + " { id url intervalSeconds enabled health consecutiveFailures outlet { code } } }";
    private static final String HEALTH = "{ feedSources { url health lastError lastSuccessAt lastAttemptAt"
            + " consecutiveFailures nextDueAt outlet { code } } }";

    private final Database database;
    private final FeedPuller puller;
    private final PullLedger ledger;
    private final PullingConfig config;
    private final FeedServer server = new FeedServer();

    PullTest(Database database, FeedPuller puller, PullLedger ledger, PullingConfig config) {
        this.database = database;
        this.puller = puller;
        this.ledger = ledger;
        this.config = config;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
        database.execute("truncate feed_source, allowed_host");
        assertThat(mutate("mutation { allowHost(host: \"LocalHost.\") }")
                        .at("/data/allowHost")
                        .asText())
                .isEqualTo("localhost");
    }

    @AfterEach
    void stopServer() {
        server.close();
        database.execute("truncate feed_source, allowed_host");
    }

    @Test
    void aFeedBringsItsArticlesOnce() throws Exception {
        server.answering("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                FeedServer.send(exchange, 200, hespress());
            }
        });
        JsonNode added = add("/feed").at("/data/addFeedSource");
        assertThat(added.get("health").asText()).isEqualTo("WAITING");
        assertThat(added.get("intervalSeconds").asInt()).isEqualTo(900);
        assertThat(added.at("/outlet/code").asText()).isEqualTo("hespress");

        assertThat(puller.pullNext()).isTrue();
        assertThat(puller.pullNext()).isFalse();
        assertThat(database.list("select headline from article order by headline"))
                .containsExactlyInAnyOrder("الحكومة تصادق على مشروع قانون المالية – تفاصيل", "طقس الأحد: أمطار متفرقة");
        assertThat(database.list("select distinct author from revision")).containsExactly("feed");
        assertThat(health().get("health").asText()).isEqualTo("HEALTHY");

        makeDue();
        assertThat(puller.pullNext()).isTrue();
        assertThat(server.requests()).hasSize(2);
        database.execute("update feed_source set etag = null");
        makeDue();
        assertThat(puller.pullNext()).isTrue();
        assertThat(server.requests()).hasSize(3);
        assertThat(database.count("revision")).isEqualTo(2);
        assertThat(database.count("feed_event")).isEqualTo(2);
    }

    /** Of many articles a feed has only the beginning. */
    @Test
    void aFeedDoesNotTakeALongerTextAway() throws Exception {
        String page = Pages.of(
                "الحكومة تصادق على مشروع قانون المالية – تفاصيل",
                "09 مارس 2024 18:30",
                "صادق مجلس الحكومة، اليوم السبت، على مشروع قانون المالية بعد نقاش طويل دام ساعات.",
                "ويرفع المشروع ميزانية الصحة والتعليم، ويقترح إجراءات لدعم السكن والتشغيل في جميع جهات المملكة.",
                "وقال الناطق الرسمي إن الحكومة ستواصل الإصلاح في السنوات المقبلة رغم صعوبة الظرف الدولي.");
        Service.importPage(page, Map.of("url", "https://www.hespress.com/loi-finances-1.html"));
        server.answering("/feed", exchange -> FeedServer.send(exchange, 200, hespress()));
        add("/feed");

        assertThat(puller.pullNext()).isTrue();
        assertThat(database.count("article")).isEqualTo(2);
        assertThat(database.count("revision")).isEqualTo(2);
    }

    /** An entry of an index of PostgreSQL holds some 2,700 bytes; the letters of this URL take 6,000. */
    @Test
    void anItemThatCannotBeStoredDoesNotHoldUpTheOthers() throws Exception {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            letters.appendCodePoint(0x4E00 + (i * 7919) % 20_000);
        }
        String bad = "<item><title>خبر لا تحفظه قاعدة البيانات</title><link>https://example.org/" + letters
                + "</link><description>نص هذا الخبر لا يهم.</description></item>";
        String feed = new String(hespress(), StandardCharsets.UTF_8).replaceFirst("<item>", bad + "<item>");
        server.answering("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            FeedServer.send(exchange, 200, feed.getBytes(StandardCharsets.UTF_8));
        });
        add("/feed");

        assertThat(puller.pullNext()).isTrue();
        assertThat(database.count("article")).isEqualTo(2);
        assertThat(health().get("health").asText()).isEqualTo("HEALTHY");
    }

    @Test
    void feedsInTheCharsetOfTheirAnswerAreRead() throws Exception {
        String feed = new String(hespress(), StandardCharsets.UTF_8).replace(" encoding=\"UTF-8\"", "");
        server.answering("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=windows-1256");
            FeedServer.send(exchange, 200, feed.getBytes("windows-1256"));
        });
        add("/feed");

        assertThat(puller.pullNext()).isTrue();
        assertThat(database.list("select headline from article order by headline"))
                .contains("طقس الأحد: أمطار متفرقة");
    }

    @Test
    void failuresAreShownAndTriedAgainLater() throws Exception {
        server.answering("/feed", exchange -> exchange.sendResponseHeaders(503, -1));
        add("/feed");
        for (int failures = 1; failures <= 3; failures++) {
            makeDue();
            assertThat(puller.pullNext()).isTrue();
            assertThat(health().get("consecutiveFailures").asInt()).isEqualTo(failures);
        }
        assertThat(health().get("health").asText()).isEqualTo("FAILING");
        assertThat(health().get("lastError").asText()).contains("503");
        assertThat(health().get("lastSuccessAt").isNull()).isTrue();
        long pause =
                Long.parseLong(database.list("select extract(epoch from next_due - now())::bigint from feed_source")
                        .getFirst());
        assertThat(Duration.ofSeconds(pause)).isBetween(Duration.ofMinutes(100), Duration.ofMinutes(135));
        assertThat(ledger.pauseAfter(60, Duration.ofMinutes(15))).isEqualTo(Duration.ofHours(24));
    }

    /** Replicas that look at the same moment pull each feed once. */
    @Test
    void pullersDoNotTakeTheSameFeed() throws Exception {
        CountDownLatch together = new CountDownLatch(4);
        for (int feed = 0; feed < 4; feed++) {
            server.answering("/feed" + feed, exchange -> {
                together.countDown();
                await(together);
                FeedServer.send(exchange, 200, hespress());
            });
            add("/feed" + feed);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> pulls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                pulls.add(threads.submit(puller::pullNext));
            }
            int pulled = 0;
            for (Future<Boolean> pull : pulls) {
                pulled += pull.get() ? 1 : 0;
            }
            assertThat(pulled).isEqualTo(4);
        }
        assertThat(server.requests()).hasSize(4);
        assertThat(together.getCount()).isZero();
        assertThat(database.count("article")).isEqualTo(2);
        assertThat(database.count("feed_source where last_success is not null")).isEqualTo(4);
    }

    /** A replica that is killed in the middle of a pull leaves a claim, which is void after the lease. */
    @Test
    void pullsOfDeadReplicasAreMadeAgain() throws Exception {
        server.serving("/feed", new String(hespress(), StandardCharsets.UTF_8));
        add("/feed");
        PullLedger.Claim dead = ledger.claimNext().orElseThrow();
        assertThat(puller.pullNext()).isFalse();
        long lease =
                Long.parseLong(database.list("select extract(epoch from next_due - now())::bigint from feed_source")
                        .getFirst());
        assertThat(Duration.ofSeconds(lease)).isBetween(config.lease().minusSeconds(30), config.lease());

        makeDue();
        assertThat(puller.pullNext()).isTrue();
        ledger.failed(dead, "a late word of the dead");
        assertThat(health().get("health").asText()).isEqualTo("HEALTHY");
        assertThat(database.count("article")).isEqualTo(2);
    }

    @Test
    void feedsThatAreRevisedOrRemovedAreNotSettledByOldPulls() {
        server.serving("/feed", "<rss/>");
        String id = add("/feed").at("/data/addFeedSource/id").asText();
        PullLedger.Claim claim = ledger.claimNext().orElseThrow();
        JsonNode revised = mutate(
                        "mutation($input: FeedSourceInput!) { reviseFeedSource(id: \"" + id
                                + "\", input: $input) { enabled health intervalSeconds } }",
                        Map.of("input", input("/feed", 60, false)))
                .at("/data/reviseFeedSource");
        assertThat(revised.get("health").asText()).isEqualTo("DISABLED");
        assertThat(revised.get("intervalSeconds").asInt()).isEqualTo(60);
        ledger.succeeded(claim, new FetchedFeed.Version("\"old\"", null));
        assertThat(database.list("select coalesce(etag, 'none') from feed_source"))
                .containsExactly("none");
        assertThat(ledger.claimNext()).isEmpty();

        assertThat(mutate("mutation { removeFeedSource(id: \"" + id + "\") }")
                        .at("/data/removeFeedSource")
                        .asBoolean())
                .isTrue();
        ledger.failed(claim, "gone");
        assertThat(database.count("feed_source")).isZero();
        assertThat(mutate("mutation { removeFeedSource(id: \"" + id + "\") }")
                        .at("/data/removeFeedSource")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void theScheduleGoesOnUntilItIsStopped() throws Exception {
        server.serving("/feed", new String(hespress(), StandardCharsets.UTF_8));
        add("/feed");
        PullSchedule schedule = new PullSchedule(puller, config);
        schedule.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> database.count("article") == 2);
        schedule.stop();
        assertThat(Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> health().get("health").asText(), "HEALTHY"::equals))
                .isEqualTo("HEALTHY");
    }

    @Test
    void feedsThatCannotBeAreRefused() {
        assertCode("BAD_USER_INPUT", add("hespress", "http://nobody.example.org/feed", null));
        assertCode("BAD_USER_INPUT", add("hespress", "http://127.0.0.1/feed", null));
        assertCode("BAD_USER_INPUT", add("hespress", "http://user@localhost/feed", null));
        assertCode("BAD_USER_INPUT", add("nobody", "http://localhost/feed", null));
        assertCode("BAD_USER_INPUT", add("hespress", "http://localhost/feed", 59));
        assertCode("BAD_USER_INPUT", add("hespress", "http://localhost/feed", 86_401));
        for (int feed = 0; feed < 4; feed++) {
            assertThat(add("/feed" + feed).has("errors")).isFalse();
        }
        assertCode("LIMIT_EXCEEDED", add("/feed4"));
        assertCode(
                "CONFLICT",
                mutate(
                        "mutation($input: FeedSourceInput!) { reviseFeedSource(id: \""
                                + database.list("select id from feed_source where url like '%1'")
                                        .getFirst()
                                + "\", input: $input) { id } }",
                        Map.of("input", input("/feed0", 900, true))));
        assertCode(
                "NOT_FOUND",
                mutate(
                        "mutation($input: FeedSourceInput!) { reviseFeedSource(id: \"x\", input: $input) { id } }",
                        Map.of("input", input("/feed9", 900, true))));
        for (String host : List.of("127.0.0.1", "[::1]", "2130706433", "http://localhost", "a b", "")) {
            assertCode("BAD_USER_INPUT", mutate("mutation($h: String!) { allowHost(host: $h) }", Map.of("h", host)));
        }
    }

    @Test
    void hostsThatAreNoLongerAllowedAreNotRead() throws Exception {
        server.serving("/feed", "<rss/>");
        add("/feed");
        assertThat(mutate("mutation { disallowHost(host: \"localhost\") }")
                        .at("/data/disallowHost")
                        .asBoolean())
                .isTrue();
        assertThat(puller.pullNext()).isTrue();
        assertThat(server.requests()).isEmpty();
        assertThat(health().get("lastError").asText()).contains("not among the allowed");
        assertThat(mutate("{ allowedHosts }").at("/data/allowedHosts")).isEmpty();
    }

    @Test
    void adminsManageAndEditorsSee() {
        add("/feed");
        assertThat(Service.graphql(Tokens.editor(), HEALTH).at("/data/feedSources"))
                .hasSize(1);
        assertThat(Service.graphql(
                                Tokens.editor(),
                                "{ outlets { nodes { code feedSources { url } } } feedSources(outlet: \"le360\") { url } }")
                        .at("/data/feedSources"))
                .isEmpty();
        JsonNode outlets =
                Service.graphql(Tokens.editor(), "{ outlet(code: \"hespress\") { feedSources { health } } }");
        assertThat(outlets.at("/data/outlet/feedSources")).hasSize(1);
        assertCode("FORBIDDEN", Service.graphql(Tokens.reader(), HEALTH));
        assertCode("FORBIDDEN", Service.graphql(Tokens.reader(), "{ outlets { nodes { feedSources { url } } } }"));
        assertCode("FORBIDDEN", Service.graphql(Tokens.editor(), ADD, Map.of("input", input("/x", 900, true))));
        assertCode("FORBIDDEN", Service.graphql(Tokens.editor(), "mutation { allowHost(host: \"a.org\") }"));
    }

    private static void assertCode(String code, JsonNode answer) {
        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isEqualTo(code);
    }

    private JsonNode add(String path) {
        return mutate(ADD, Map.of("input", input(path, 900, true)));
    }

    private JsonNode add(String outlet, String url, @Nullable Integer interval) {
        return mutate(
                ADD,
                Map.of(
                        "input",
                        interval == null
                                ? Map.of("outlet", outlet, "url", url)
                                : Map.of("outlet", outlet, "url", url, "intervalSeconds", interval)));
    }

    private Map<String, ?> input(String path, int interval, boolean enabled) {
        return Map.of(
                "outlet",
                "hespress",
                "url",
                "http://localhost:" + server.port() + path,
                "intervalSeconds",
                interval,
                "enabled",
                enabled);
    }

    private static JsonNode mutate(String document) {
        return mutate(document, Map.of());
    }

    private static JsonNode mutate(String document, Map<String, ?> variables) {
        return Service.graphql(ADMIN, document, variables);
    }

    private static JsonNode health() {
        return Service.graphql(ADMIN, HEALTH).at("/data/feedSources/0");
    }

    private void makeDue() {
        database.execute("update feed_source set next_due = now() - interval '1 second'");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static byte[] hespress() throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/pulling/hespress.rss.xml"));
    }
}
