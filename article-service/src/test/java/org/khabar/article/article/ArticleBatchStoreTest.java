package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;

/** Storing in batches makes the archive that storing one by one makes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ArticleBatchStoreTest {

    private static final int CONTENTS = 60;
    private static final Instant DAY = Instant.parse("2024-10-17T00:00:00Z");
    private static final String[] WORDS =
            "قال أعلن وزير رئيس بلدية مدينة قرية طريق ماء كهرباء مدرسة تلميذ أستاذ سوق ثمن خبز قمح مطر ريح بحر سفينة ميناء"
                    .split(" ");

    /** What an archive holds, ids and times of storing aside: articles with their revisions, and the feed in its order. */
    private static final String ARCHIVE = """
            select concat_ws('|', e.id, e.type, e.version, r.headline, r.url, r.byline, r.published_at, r.outlet_id,
              r.blocks, r.author, a.version, a.headline, a.url, a.url_key, a.headline_key, a.content_key, a.sketch,
              a.published_at, a.published_at_stated, a.status, a.outlet_id,
              (select min(id) from feed_event f where f.article_id = e.article_id))
            from feed_event e join revision r on r.article_id = e.article_id and r.version = e.version
            join article a on a.id = e.article_id order by e.id
            """;

    /** All columns of both tables but ids and times of storing. */
    private static final String EVERYTHING = """
            select to_jsonb(a) - array['id', 'created_at', 'updated_at'] || (to_jsonb(r) - array['article_id', 'created_at'])
            from article a join revision r on r.article_id = a.id order by a.headline, r.version
            """;

    private final Database database;
    private final AgroalDataSource source;
    private final ArticleStore store;
    private final ArticleBatchStore batches;
    private final OutletRegistry outlets;

    ArticleBatchStoreTest(
            Database database,
            AgroalDataSource source,
            ArticleStore store,
            ArticleBatchStore batches,
            OutletRegistry outlets) {
        this.database = database;
        this.source = source;
        this.store = store;
        this.batches = batches;
        this.outlets = outlets;
    }

    @BeforeEach
    @AfterEach
    void emptyDatabase() {
        database.reset();
    }

    /** Contents that often share URL, headline, time or text, with outlets known and unknown. */
    @RepeatedTest(25)
    void batchesOfAnySizeStoreWhatOneByOneDoes(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        List<ArticleContent> contents = contents(new Random(seed));
        List<String> oneByOne = contents.stream()
                .map(content -> shown(store.store(content, "كاتب")))
                .toList();
        List<String> expected = database.list(ARCHIVE);
        database.reset();

        List<String> batched = storeInBatches(contents, new Random(seed));

        assertThat(batched).isEqualTo(oneByOne);
        assertThat(database.list(ARCHIVE)).isEqualTo(expected);
        assertThat(database.count("revision")).isEqualTo(expected.size());
    }

    @Test
    void theSameContentManyTimesInOneBatchIsOneArticle() {
        ArticleContent content = content("hespress", null, "عنوان", DAY, true, text(1), null);
        List<StoredArticle> stored = storeAll(List.of(content, content, content));
        assertThat(stored)
                .extracting(StoredArticle::outcome)
                .containsExactly(
                        StoredArticle.Outcome.CREATED,
                        StoredArticle.Outcome.UNCHANGED,
                        StoredArticle.Outcome.UNCHANGED);
        assertThat(database.count("article")).isOne();
    }

    @Test
    void anArticleAndItsEditInOneBatchAreTwoVersions() {
        String url = "https://www.hespress.com/a";
        storeAll(List.of(
                content("hespress", url, "عنوان أول", DAY, true, text(1), null),
                content("hespress", "https://www.hespress.com/b", "عنوان آخر", DAY, true, text(2), null),
                content("hespress", url, "عنوان ثان", DAY, true, text(1), "كاتب")));
        assertThat(database.list("select version || ' ' || headline from article order by headline"))
                .containsExactly("1 عنوان آخر", "2 عنوان ثان");
        assertThat(database.list("select type || version from feed_event order by id"))
                .containsExactly("PUBLISHED1", "PUBLISHED1", "REVISED2");
    }

    @Test
    void aBatchThatFailsLeavesNothing() {
        ArticleContent good = content("hespress", null, "عنوان", DAY, true, text(1), null);
        assertThatThrownBy(() -> batches.storeAll(List.of(PreparedArticle.of(good)), "كاتب", stored -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessageContaining("stop");
        assertThat(database.count("article")).isZero();
        assertThat(database.list("select last_id from feed_head")).containsExactly("0");
    }

    /** COPY gives these a meaning, and so do arrays and JSON. */
    @Test
    void anyLettersAreKeptAsOneByOne() {
        List<String> text = List.of(
                "سطر\nثان\r\nوثالث\tبعد جدولة",
                "\\. \\N \\t \\\\ \"مقتبس\" 'مفرد' {قوس، آخر}",
                "😀 ﷺ \u200Fاتجاه \u2028");
        ArticleContent content = content(
                        "hespress", "https://www.hespress.com/%5Cn?a=%22", "عنوان \\N \"له\"", DAY, true, text, "\\N")
                .with(
                        List.of(new ArticleMedia(
                                MediaKind.PICTURE,
                                "صورة \\ \"من\"\tالأرشيف",
                                null,
                                null,
                                null,
                                null,
                                List.of(new ArticleMedia.Rendition(
                                        "https://example.org/a.jpg", "image/jpeg", 1, null)))),
                        List.of("medtop:04000000", "medtop:01000000"));
        store.store(content, "كاتب \\ \t");
        List<String> expected = database.list(EVERYTHING);
        database.reset();

        batches.storeAll(List.of(PreparedArticle.of(content)), "كاتب \\ \t", stored -> {});

        assertThat(database.list(EVERYTHING)).isEqualTo(expected);
        assertThat(storeAll(List.of(content)))
                .extracting(StoredArticle::outcome)
                .containsExactly(StoredArticle.Outcome.UNCHANGED);
    }

    /** A column that a migration adds would be left out of what is copied, and nobody would notice. */
    @Test
    void everyColumnIsWritten() {
        assertThat(ArticleCopyRepository.ARTICLE).containsExactlyInAnyOrderElementsOf(columns("article"));
        assertThat(ArticleCopyRepository.REVISION).containsExactlyInAnyOrderElementsOf(columns("revision"));
    }

    @Test
    void aContentOverALimitIsRefusedAsWhenItComesAlone() {
        ArticleContent over = content("hespress", null, "عنوان", DAY, true, text(1), null)
                .with(
                        null,
                        IntStream.range(0, 51)
                                .mapToObj("medtop:%08d"::formatted)
                                .toList());
        String message = catchThrowable(() -> store.store(over, "كاتب")).getMessage();

        assertThatThrownBy(() -> storeAll(List.of(over)))
                .isInstanceOf(RequestFailure.class)
                .hasMessage(message)
                .hasMessageContaining("51 subjects");
        assertThat(database.count("article")).isZero();
    }

    @Test
    void aBatchWaitsForWhoeverChangesAnArticleAndGoesOnFromThere() throws Exception {
        String url = "https://www.hespress.com/a";
        storeAll(List.of(content("hespress", url, "عنوان", DAY, true, text(1), null)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection editor = source.getConnection();
                Statement edit = editor.createStatement()) {
            editor.setAutoCommit(false);
            edit.execute("update article set version = 2, headline = 'عنوان المحررة'");
            edit.execute("""
                    insert into revision (article_id, version, outlet_id, url, headline, language, kind, status,
                      published_at, blocks, author, created_at, move)
                    select article_id, 2, outlet_id, url, 'عنوان المحررة', language, kind, status, published_at, blocks,
                      'editor', created_at, 'REVISE' from revision
                    """);
            Future<List<StoredArticle>> batch = threads.submit(
                    () -> storeAll(List.of(content("hespress", url, "عنوان", DAY, true, text(2), null))));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !database.list("select pid from pg_locks where not granted")
                            .isEmpty());
            editor.commit();
            editor.setAutoCommit(true);

            assertThat(batch).succeedsWithin(Duration.ofSeconds(20));
            assertThat(batch.get().getFirst().outcome()).isEqualTo(StoredArticle.Outcome.REVISED);
        }
        assertThat(database.list("select version || ' ' || author from revision order by version"))
                .containsExactly("1 كاتب", "2 editor", "3 كاتب");
        assertThat(database.list("select version from article")).containsExactly("3");
    }

    private List<String> columns(String table) {
        return database.list("select attname from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
    }

    private List<String> storeInBatches(List<ArticleContent> contents, Random random) {
        List<String> outcomes = new ArrayList<>();
        int next = 0;
        while (next < contents.size()) {
            int end = Math.min(contents.size(), next + 1 + random.nextInt(20));
            storeAll(contents.subList(next, end)).forEach(stored -> outcomes.add(shown(stored)));
            next = end;
        }
        return outcomes;
    }

    private List<StoredArticle> storeAll(List<ArticleContent> contents) {
        return batches.storeAll(contents.stream().map(PreparedArticle::of).toList(), "كاتب", stored -> {});
    }

    private static String shown(StoredArticle stored) {
        return stored.outcome() + " " + stored.article().version() + " "
                + stored.article().headline();
    }

    private List<ArticleContent> contents(Random random) {
        return IntStream.range(0, CONTENTS).mapToObj(any -> any(random)).toList();
    }

    private ArticleContent any(Random random) {
        boolean withUrl = random.nextInt(3) == 0;
        boolean stated = random.nextInt(5) > 0;
        String outlet = List.of("hespress", "hespress", "le360", "unknown").get(random.nextInt(4));
        List<String> text = new ArrayList<>(text(random.nextInt(12)));
        if (random.nextInt(4) == 0) {
            text.add("فقرة أضيفت إلى الخبر بعد نشره " + random.nextInt(3));
        }
        return content(
                outlet,
                withUrl ? "https://www.hespress.com/" + random.nextInt(10) : null,
                "عنوان الخبر رقم " + random.nextInt(12),
                DAY.plusSeconds(3600L * random.nextInt(5)),
                stated,
                text,
                random.nextInt(4) == 0 ? "كاتب" : null);
    }

    private ArticleContent content(
            String outlet,
            @Nullable String url,
            String headline,
            Instant time,
            boolean stated,
            List<String> text,
            @Nullable String byline) {
        return new ArticleContent(
                outlets.getByCode(outlet).id(),
                url,
                headline,
                "ar",
                ArticleKind.NEWS,
                byline,
                null,
                time,
                stated,
                text.stream()
                        .map(paragraph -> new TextBlock(BlockKind.PARAGRAPH, paragraph))
                        .toList());
    }

    /** Three paragraphs of words in an order that no other number gives. */
    private static List<String> text(int number) {
        return new Random(number)
                .ints(3)
                .mapToObj(seed -> new Random(seed)
                        .ints(25, 0, WORDS.length)
                        .mapToObj(word -> WORDS[word])
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
