package org.khabar.article.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.ArticleVersion;
import org.khabar.article.article.RevisionReader;
import org.khabar.article.article.WrittenArticle;
import org.khabar.article.backfill.Backfill;
import org.khabar.article.backfill.BackfillStep;
import org.khabar.article.testing.Archive;
import org.khabar.article.testing.Copies;
import org.khabar.article.testing.Copies.Copy;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Who tells a story with whom, as articles come, change and go. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StoryTest {

    private static final List<Copy> DAMS = Copies.read("same-ar-dams");
    private static final Copy STRIKE = Copies.read("same-ar-strike").getFirst();

    private final Database database;
    private final Archive archive;
    private final StoryKeeper keeper;
    private final StoryRepository repository;
    private final StoryBackfillStep backfill;
    private final RevisionReader revisions;

    StoryTest(
            Database database,
            Archive archive,
            StoryKeeper keeper,
            StoryRepository repository,
            StoryBackfillStep backfill,
            RevisionReader revisions) {
        this.database = database;
        this.archive = archive;
        this.keeper = keeper;
        this.repository = repository;
        this.backfill = backfill;
        this.revisions = revisions;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void copiesInSeveralOutletsAreOneStory() {
        List<String> ids = storeHourly(DAMS);
        String other = archive.store(STRIKE, Archive.NOON);

        for (String id : ids) {
            JsonNode story = story(id, "id count firstPublishedAt articles { nodes { id } }");
            assertThat(story.get("id").asText()).isEqualTo(ids.getFirst());
            assertThat(story.get("count").asInt()).isEqualTo(3);
            assertThat(story.get("firstPublishedAt").asText()).isEqualTo("2025-03-11T12:00:00Z");
            assertThat(idsOf(story.at("/articles/nodes"))).isEqualTo(ids);
        }
        JsonNode alone = story(other, "id count articles { nodes { id } pageInfo { hasNextPage } }");
        assertThat(alone.get("count").asInt()).isEqualTo(1);
        assertThat(idsOf(alone.at("/articles/nodes"))).containsExactly(other);
    }

    @Test
    void pagesMakeTheWholeStoryAndAliasesGetTheirOwn() {
        List<String> ids = storeHourly(DAMS);
        JsonNode first = story(
                ids.getFirst(),
                "one: articles(first: 1) { nodes { id } }"
                        + " two: articles(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } }");
        String cursor = first.at("/two/pageInfo/endCursor").asText();
        JsonNode rest = story(
                ids.getFirst(),
                "articles(first: 2, after: \"" + cursor + "\") { nodes { id } pageInfo { hasNextPage } }");

        assertThat(idsOf(first.at("/one/nodes"))).isEqualTo(ids.subList(0, 1));
        assertThat(idsOf(first.at("/two/nodes"))).isEqualTo(ids.subList(0, 2));
        assertThat(first.at("/two/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(idsOf(rest.at("/articles/nodes"))).isEqualTo(ids.subList(2, 3));
        assertThat(rest.at("/articles/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void orderOfArrivalDoesNotMatter(long seed) {
        Map<String, List<Copy>> files = new TreeMap<>();
        Copies.names("same").forEach(name -> files.put(name, Copies.read(name)));
        Copies.names("apart").forEach(name -> {
            List<Copy> copies = Copies.read(name);
            IntStream.range(0, copies.size()).forEach(i -> files.put(name + " " + i, List.of(copies.get(i))));
        });
        record Arrival(String story, Copy copy) {}
        List<Arrival> arrivals = new ArrayList<>();
        files.forEach((name, copies) -> copies.forEach(copy -> arrivals.add(new Arrival(name, copy))));
        Collections.shuffle(arrivals, new Random(seed));
        Map<String, Set<String>> expected = new TreeMap<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            String id = archive.store(arrival.copy(), Archive.NOON.plus(Duration.ofMinutes(10L * i)));
            expected.computeIfAbsent(arrival.story(), name -> new TreeSet<>()).add(id);
        }

        assertThat(partition()).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void articleThatBridgesTwoStoriesMergesThemIntoTheOldest() {
        List<String> ids = storeParts();
        String lead = ids.get(0);
        String end = ids.get(1);
        assertThat(partition()).hasSize(2);
        String whole = archive.store(whole("le360"), Archive.NOON.plusSeconds(7200));

        assertThat(partition()).containsExactly(Set.of(lead, end, whole));
        assertThat(story(end, "id").get("id").asText()).isEqualTo(lead);
        assertThat(storyById(end).get("id").asText()).isEqualTo(lead);
        assertThat(storyById(end).get("count").asInt()).isEqualTo(3);
    }

    @Test
    void storyFallsApartWhenWhatHeldItTogetherIsRevised() {
        List<String> ids = storeParts();
        String whole = archive.store(whole("le360"), Archive.NOON.plusSeconds(7200), "https://le360.ma/1");
        Copy rewritten = DAMS.get(1);
        archive.store(rewritten, Archive.NOON.plusSeconds(7200), "https://le360.ma/1");

        assertThat(partition()).containsExactlyInAnyOrder(Set.of(ids.get(0)), Set.of(ids.get(1)), Set.of(whole));
        assertThat(story(ids.get(0), "id").get("id").asText()).isEqualTo(ids.get(0));
    }

    @Test
    void revisedArticleJoinsTheStoryThatItTellsNow() {
        String strike = archive.store(STRIKE, Archive.NOON);
        String changing = archive.store(DAMS.get(2), Archive.NOON, "https://alyaoum24.com/1");
        assertThat(partition()).hasSize(2);
        Copy rewritten = Copies.read("same-ar-strike").get(1);
        archive.store(
                new Copy("alyaoum24", rewritten.headline(), rewritten.paragraphs()),
                Archive.NOON,
                "https://alyaoum24.com/1");

        assertThat(partition()).containsExactly(new TreeSet<>(Set.of(strike, changing)));
    }

    @Test
    void withdrawnArticleLeavesAndComesBack() {
        List<String> ids = storeHourly(DAMS);
        setStatus(ids.getFirst(), ArticleStatus.WITHDRAWN);

        assertThat(partition()).containsExactly(new TreeSet<>(ids.subList(1, 3)));
        JsonNode story = story(ids.get(1), "id count firstPublishedAt");
        assertThat(story.get("count").asInt()).isEqualTo(2);
        assertThat(story.get("firstPublishedAt").asText()).isEqualTo("2025-03-11T13:00:00Z");

        setStatus(ids.getFirst(), ArticleStatus.PUBLISHED);
        assertThat(partition()).containsExactly(new TreeSet<>(ids));
    }

    @Test
    void readersSeePublishedArticlesAlone() {
        List<String> ids = storeHourly(DAMS);
        database.execute("update article set status = 'DRAFT' where id = '" + ids.getFirst() + "'");

        JsonNode story = storyById(ids.getFirst());
        assertThat(story.get("count").asInt()).isEqualTo(2);
        assertThat(idsOf(story.at("/articles/nodes"))).isEqualTo(ids.subList(1, 3));
        JsonNode draft =
                Service.graphql(Tokens.editor(), "{ article(id: \"" + ids.getFirst() + "\") { story { id } } }");
        assertThat(draft.at("/data/article/story").isNull()).isTrue();
    }

    @Test
    void copyThatComesDaysLaterIsAStoryOfItsOwn() {
        archive.store(DAMS.get(0), Archive.NOON);
        archive.store(DAMS.get(1), Archive.NOON.plus(Duration.ofHours(74)));
        assertThat(partition()).hasSize(2);

        archive.store(DAMS.get(2), Archive.NOON.plus(Duration.ofHours(50)));
        assertThat(partition()).hasSize(1);
    }

    @Test
    void copiesThatComeAtOnceAreOneStory() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 8; round++) {
                database.reset();
                CyclicBarrier together = new CyclicBarrier(DAMS.size());
                List<Future<String>> stored = DAMS.stream()
                        .map(copy -> threads.submit(() -> {
                            together.await();
                            return archive.store(copy, Archive.NOON);
                        }))
                        .toList();
                Set<String> ids = new TreeSet<>();
                for (Future<String> one : stored) {
                    ids.add(one.get());
                }
                assertThat(partition()).containsExactly(ids);
            }
        }
    }

    @Test
    void writersOfManyArticlesWithoutACommonBandDoNotWaitForEachOther() throws Exception {
        List<Integer> even =
                IntStream.range(0, 1000).map(band -> 2 * band).boxed().toList();
        List<Integer> odd = even.stream().map(band -> -2 * band - 1).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            QuarkusTransaction.requiringNew().run(() -> {
                repository.lockBands(even);
                Future<?> other =
                        threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> repository.lockBands(odd)));
                assertThat(other).succeedsWithin(Duration.ofSeconds(20));
            });
        }
    }

    @Test
    void manyArticlesAtOnceAreGroupedAmongThemselves() {
        List<String> ids = storeHourly(DAMS);
        String strike = archive.store(STRIKE, Archive.NOON);
        List<WrittenArticle> all = states(List.of(ids.get(0), ids.get(1), ids.get(2), strike), true);
        database.execute("truncate story, story_member, story_sketch, story_band, story_link");

        QuarkusTransaction.requiringNew().run(() -> keeper.written(all));

        assertThat(partition()).containsExactlyInAnyOrder(new TreeSet<>(ids), Set.of(strike));
    }

    @Test
    void articlesFromBeforeAreTakenInAndOnlyOnce() {
        List<String> ids = storeHourly(DAMS);
        String strike = archive.store(STRIKE, Archive.NOON);
        database.execute("truncate story, story_member, story_sketch, story_band, story_link");
        database.execute("delete from story_backfill");
        database.execute("insert into story_backfill (last_id) values ('00000000-0000-0000-0000-000000000000')");

        while (backfill.take(backfill.batchSize()) == BackfillStep.MORE) {
            assertThat(database.count("story_backfill")).isEqualTo(1);
        }

        assertThat(partition()).containsExactlyInAnyOrder(new TreeSet<>(ids), Set.of(strike));
        assertThat(database.count("story_backfill")).isZero();
        assertThat(backfill.take(backfill.batchSize())).isEqualTo(BackfillStep.DONE);
    }

    @Test
    void anArticleOfBeforeThatCannotBeReadHoldsUpNoOther() {
        List<String> ids = storeHourly(DAMS);
        database.execute("truncate story, story_member, story_sketch, story_band, story_link");
        database.execute("delete from story_backfill");
        database.execute("insert into story_backfill (last_id) values ('00000000-0000-0000-0000-000000000000')");
        database.execute("update revision set blocks = '[{\"kind\":\"NONE\",\"text\":\"نص\"}]' where article_id = '"
                + ids.getFirst() + "'");

        Backfill work = new Backfill(backfill);
        work.start();

        await().atMost(Duration.ofSeconds(30)).until(() -> database.count("story_backfill") == 0);
        assertThat(database.list("select article_id from story_member order by 1"))
                .isEqualTo(ids.subList(1, ids.size()));
        assertThat(database.list("select article_id from article_backlog")).containsExactly(ids.getFirst());
    }

    @Test
    void idsThatAreNoStorysAreNull() {
        for (String id : List.of("garbled", "01900000-0000-7000-8000-000000000000", "")) {
            JsonNode answer = Service.graphql(Tokens.reader(), "{ story(id: \"" + id + "\") { id } }");
            assertThat(answer.at("/data/story").isNull()).isTrue();
            assertThat(answer.has("errors")).isFalse();
        }
    }

    /** The first and the last half of a text, which share nothing, as articles of two outlets. */
    private List<String> storeParts() {
        Copy whole = whole("hespress");
        int half = whole.paragraphs().size() / 2;
        String lead = archive.store(
                new Copy("hespress", "عنوان أول", whole.paragraphs().subList(0, half)), Archive.NOON);
        String end = archive.store(
                new Copy("alyaoum24", "عنوان ثان", whole.paragraphs().subList(half, 2 * half)),
                Archive.NOON.plusSeconds(3600));
        return List.of(lead, end);
    }

    private static Copy whole(String outlet) {
        List<String> paragraphs = new ArrayList<>(STRIKE.paragraphs());
        return new Copy(outlet, "إضراب في قطاع التعليم", paragraphs);
    }

    private List<String> storeHourly(List<Copy> copies) {
        return IntStream.range(0, copies.size())
                .mapToObj(i -> archive.store(copies.get(i), Archive.NOON.plus(Duration.ofHours(i))))
                .toList();
    }

    private void setStatus(String id, ArticleStatus status) {
        database.execute("update article set status = '%s' where id = '%s'".formatted(status, id));
        List<WrittenArticle> now = states(List.of(id), false).stream()
                .map(article -> new WrittenArticle(
                        article.id(), article.version(), status, false, article.content(), article.updatedAt()))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> keeper.written(now));
    }

    private List<WrittenArticle> states(List<String> ids, boolean created) {
        List<ArticleVersion> versions = ids.stream()
                .map(id -> new ArticleVersion(UUID.fromString(id), 1))
                .toList();
        Map<ArticleVersion, ArticleVersion.State> states = revisions.listStates(versions);
        return versions.stream()
                .map(version -> {
                    ArticleVersion.State state = Objects.requireNonNull(states.get(version));
                    return new WrittenArticle(
                            version.articleId(), 1, state.status(), created, state.content(), state.updatedAt());
                })
                .toList();
    }

    private static JsonNode story(String article, String fields) {
        JsonNode answer =
                Service.graphql(Tokens.reader(), "{ article(id: \"%s\") { story { %s } } }".formatted(article, fields));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/article/story");
    }

    private static JsonNode storyById(String id) {
        return Service.graphql(
                        Tokens.reader(), "{ story(id: \"%s\") { id count articles { nodes { id } } } }".formatted(id))
                .at("/data/story");
    }

    /** The articles of each story. */
    private List<Set<String>> partition() {
        Map<String, Set<String>> stories = new TreeMap<>();
        database.list("select coalesce(m.story_id, a.id) || ' ' || a.id from article a"
                        + " left join story_member m on m.article_id = a.id where a.status = 'PUBLISHED'")
                .forEach(row -> stories.computeIfAbsent(row.split(" ")[0], story -> new TreeSet<>())
                        .add(row.split(" ")[1]));
        return List.copyOf(stories.values());
    }

    private static List<String> idsOf(JsonNode nodes) {
        List<String> ids = new ArrayList<>();
        nodes.forEach(node -> ids.add(node.get("id").asText()));
        return ids;
    }
}
