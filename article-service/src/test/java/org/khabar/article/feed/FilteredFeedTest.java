package org.khabar.article.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.article.ArticleFilter;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.subject.SubjectVocabulary;
import org.khabar.article.testing.Articles;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FilteredFeedTest {

    private static final Instant NOON = Instant.parse("2024-03-09T12:00:00Z");
    private static final String POSITION = "org.khabar.feed.position.v1";

    private final Database database;
    private final Articles articles;
    private final FilteredFeedRepository selected;
    private final FeedRepository repository;
    private final FeedTail tail;
    private final FeedConfig config;
    private final FeedReader reader;
    private final OutletRegistry outlets;
    private final SubjectVocabulary vocabulary;

    FilteredFeedTest(
            Database database,
            Articles articles,
            FilteredFeedRepository selected,
            FeedRepository repository,
            FeedTail tail,
            FeedConfig config,
            FeedReader reader,
            OutletRegistry outlets,
            SubjectVocabulary vocabulary) {
        this.database = database;
        this.articles = articles;
        this.selected = selected;
        this.repository = repository;
        this.tail = tail;
        this.config = config;
        this.reader = reader;
        this.outlets = outlets;
        this.vocabulary = vocabulary;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @ParameterizedTest
    @CsvSource({"outlet, hespress, 1 4", "language, fr, 2", "kind, analysis, 2", "kind, NEWS, 1 3 4"})
    void followersGetWhatTheyAskedForAndWhereTheyAre(String parameter, String value, String ids) {
        articles.storeRich();
        articles.storeFrench();
        articles.storeNumbered("le360", 1, NOON);
        articles.storeNumbered("hespress", 2, NOON);

        JsonNode events = feed(0, 0, Map.of(parameter, value));

        List<String> articleIds = StreamSupport.stream(events.spliterator(), false)
                .filter(event -> !event.get("type").asText().equals(POSITION))
                .map(event -> event.get("id").asText())
                .toList();
        assertThat(articleIds).containsExactly(ids.split(" "));
        assertThat(events.get(events.size() - 1).get("id").asText()).isEqualTo("4");
    }

    @Test
    void aBroaderSubjectIsToldOfWhatIsBelowItAndOfWhatIsNoMore() {
        storeAbout("معرض للفن في المدينة القديمة", "medtop:20000002");
        storeAbout("نتائج الدوري الوطني", "medtop:15000000");
        Map<String, String> arts = Map.of("subject", "medtop:01000000");

        JsonNode events = feed(0, 0, arts);
        assertThat(events).hasSize(2);
        assertThat(events.get(0).at("/data/headline").asText()).isEqualTo("معرض للفن في المدينة القديمة");
        assertThat(events.get(1).get("type").asText()).isEqualTo(POSITION);

        storeAbout("معرض للفن في المدينة القديمة", "medtop:04000000");
        JsonNode changed = feed(2, 0, arts);
        assertThat(changed).hasSize(1);
        assertThat(changed.get(0).get("method").asText()).isEqualTo("DELETE");
        assertThat(changed.get(0).get("subject")).isEqualTo(events.get(0).get("subject"));
    }

    /** The same headline again is the same article. */
    private static void storeAbout(String headline, String subject) {
        JsonNode answer = Service.graphql(
                Tokens.editor(),
                "mutation($input: ImportArticleInput!) { importArticle(input: $input) { status } }",
                Map.of(
                        "input",
                        Map.of(
                                "text",
                                Pages.of(headline, "07 مارس 2024 10:00", "نص الخبر عن " + headline + " كما ورد."),
                                "subjects",
                                List.of(subject))));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    @Test
    void aPositionSaysNothingButHowFarTheFeedWasRead() {
        articles.storeRich();
        articles.storeFrench();

        JsonNode events = feed(0, 0, Map.of("outlet", "le360"));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).get("type").asText()).isEqualTo(POSITION);
        assertThat(events.get(0).get("specversion").asText()).isEqualTo("1.0");
        assertThat(events.get(0).get("source").asText()).isEqualTo("/feed/articles");
        assertThat(events.get(0).get("id").asText()).isEqualTo("2");
        assertThat(events.get(0)).hasSize(4);
        assertThat(feed(2, 0, Map.of("outlet", "le360"))).isEmpty();
    }

    @Test
    void severalValuesOfAParameterAreAnyOfThem() {
        articles.storeRich();
        articles.storeFrench();
        articles.storeNumbered("le360", 1, NOON);

        JsonNode events = Service.json(Service.as(Tokens.of("partner", "partner"))
                .queryParam("outlet", "hespress", "medias24")
                .get("/feed/articles")
                .asByteArray());
        assertThat(events).hasSize(3);
        assertThat(events.get(2).get("type").asText()).isEqualTo(POSITION);
    }

    @Test
    void anArticleThatStopsToMeetTheFilterGoes() {
        articles.storeNumbered("hespress", 1, NOON);
        database.execute("""
                insert into revision (article_id, version, outlet_id, url, headline, language, kind, status, byline,
                  credit, published_at, blocks, author, created_at)
                select article_id, 2, outlet_id, url, headline, language, 'OPINION', status, byline, credit, published_at,
                  blocks, author, created_at from revision
                """);
        database.execute("""
                with head as (update feed_head set last_id = last_id + 1 returning last_id)
                insert into feed_event (id, type, article_id, version, time)
                select last_id, 'REVISED', id, 2, now() from head, article
                """);

        JsonNode news = feed(0, 0, Map.of("kind", "NEWS"));
        assertThat(news).hasSize(2);
        assertThat(news.get(1).get("type").asText()).isEqualTo("org.khabar.article.unselected.v1");
        assertThat(news.get(1).get("method").asText()).isEqualTo("DELETE");
        assertThat(news.get(1).get("subject")).isEqualTo(news.get(0).get("subject"));
        assertThat(news.get(1).has("data")).isFalse();
        JsonNode opinion = feed(0, 0, Map.of("kind", "OPINION"));
        assertThat(opinion).hasSize(1);
        assertThat(opinion.get(0).at("/data/kind").asText()).isEqualTo("OPINION");
    }

    @Test
    void waitingGoesOnPastArticlesOfOthers() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<JsonNode> waiting = threads.submit(() -> feed(0, 20_000, Map.of("outlet", "hespress")));
            articles.storeFrench();
            articles.storeNumbered("le360", 1, NOON);
            articles.storeNumbered("hespress", 2, NOON);
            Instant stored = Instant.now();

            JsonNode events = waiting.get();
            assertThat(events).hasSize(1);
            assertThat(events.get(0).get("id").asText()).isEqualTo("3");
            assertThat(Duration.between(stored, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void waitingInVainEndsWithThePosition() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<JsonNode> waiting = threads.submit(() -> feed(0, 1500, Map.of("outlet", "hespress")));
            articles.storeFrench();

            JsonNode events = waiting.get();
            assertThat(events).hasSize(1);
            assertThat(events.get(0).get("type").asText()).isEqualTo(POSITION);
            assertThat(events.get(0).get("id").asText()).isEqualTo("1");
        }
        assertThat(feed(1, 300, Map.of("outlet", "hespress"))).isEmpty();
    }

    /** However few events a request looks through, a follower that takes the last id of each answer gets to the end. */
    @Test
    void boundedScansAdvance() throws Exception {
        List<String> wanted = new ArrayList<>();
        for (int number = 0; number < 17; number++) {
            boolean ours = number % 7 == 0;
            String id = articles.storeNumbered(ours ? "hespress" : "le360", number, NOON.plusSeconds(60L * number))
                    .id();
            if (ours) {
                wanted.add(id);
            }
        }
        FilteredFeedReader bounded =
                new FilteredFeedReader(selected, repository, tail, new Bounded(config, 2, 3), reader);
        FeedFilter filter = FeedFilter.of(
                new ArticleFilter(List.of("hespress"), null, null, null, null, null, null), outlets, vocabulary);

        List<String> seen = new ArrayList<>();
        int requests = 0;
        for (long last = 0; last < 17; requests++) {
            List<FeedEvent> events = bounded.follow(last, filter, Duration.ZERO);
            assertThat(events).isNotEmpty();
            events.stream().filter(event -> event.subject() != null).forEach(event -> seen.add(event.subject()));
            last = Long.parseLong(events.getLast().id());
        }
        assertThat(seen).isEqualTo(wanted);
        assertThat(requests).isEqualTo(6);
    }

    @Test
    void fullBatchesLeaveNothingOut() throws Exception {
        for (int number = 0; number < 7; number++) {
            articles.storeNumbered("hespress", number, NOON.plusSeconds(60L * number));
        }
        FilteredFeedReader bounded =
                new FilteredFeedReader(selected, repository, tail, new Bounded(config, 2, 100), reader);
        FeedFilter filter = new FeedFilter(Set.of(), Set.of("ar"), Set.of(ArticleKind.NEWS), Set.of());

        List<String> seen = new ArrayList<>();
        for (long last = 0; last < 7; last = Long.parseLong(seen.getLast())) {
            List<FeedEvent> events = bounded.follow(last, filter, Duration.ZERO);
            assertThat(events).hasSizeBetween(1, 2);
            events.forEach(event -> seen.add(event.id()));
        }
        assertThat(seen).containsExactly("1", "2", "3", "4", "5", "6", "7");
    }

    @ParameterizedTest
    @CsvSource({"outlet, nobody", "kind, gossip", "language, a\0b", "subject, art"})
    void filtersThatMeanNothingAreRefused(String parameter, String value) {
        assertThat(feed(0, 0, Map.of(parameter, value)).at("/error/code").asText())
                .isEqualTo("BAD_USER_INPUT");
    }

    private static JsonNode feed(long lastEventId, long timeout, Map<String, String> filter) {
        return Service.json(Service.as(Tokens.of("partner", "partner"))
                .queryParam("lastEventId", lastEventId)
                .queryParam("timeout", timeout)
                .queryParams(filter)
                .get("/feed/articles")
                .asByteArray());
    }

    private record Bounded(FeedConfig rest, int batchSize, int maxScanned) implements FeedConfig {
        @Override
        public long maxBatchBytes() {
            return rest.maxBatchBytes();
        }

        @Override
        public Duration maxWait() {
            return rest.maxWait();
        }

        @Override
        public Duration pollInterval() {
            return rest.pollInterval();
        }

        @Override
        public int maxWaiting() {
            return rest.maxWaiting();
        }
    }
}
