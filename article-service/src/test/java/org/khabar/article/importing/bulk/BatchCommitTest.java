package org.khabar.article.importing.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleStore;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.PreparedArticle;
import org.khabar.article.article.TextBlock;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;

/** What becomes of a batch that cannot be committed as it is. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BatchCommitTest {

    private final Database database;
    private final BatchTransaction transaction;
    private final ArticleStore store;
    private final OutletRegistry outlets;

    BatchCommitTest(Database database, BatchTransaction transaction, ArticleStore store, OutletRegistry outlets) {
        this.database = database;
        this.transaction = transaction;
        this.store = store;
        this.outlets = outlets;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void anItemOverALimitIsRefusedAloneAndAsWhenItComesAlone() throws Exception {
        ArticleContent over = content(2)
                .with(
                        null,
                        IntStream.range(0, 51)
                                .mapToObj("medtop:%08d"::formatted)
                                .toList());
        String message = catchThrowable(() -> store.store(over, "كاتب")).getMessage();

        List<BatchCommit.Outcome> outcomes =
                commit(transaction, List.of(entry(1, content(1)), entry(2, over), entry(3, content(3))));

        assertThat(outcomes).extracting(BatchCommitTest::shown).containsExactly("CREATED", "LIMIT_EXCEEDED", "CREATED");
        assertThat(error(outcomes.get(1)).message()).isEqualTo(message);
        assertThat(error(outcomes.get(1)).retriable()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505", "55P03", "53200"})
    void aBatchThatIsInOthersWayIsTriedAgain(String state) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        List<BatchCommit.Outcome> outcomes = commit(failing(state, batch -> tries.incrementAndGet() < 3), entries(3));
        assertThat(outcomes).extracting(BatchCommitTest::shown).containsExactly("CREATED", "CREATED", "CREATED");
        assertThat(tries).hasValue(3);
    }

    @Test
    void aBatchThatStaysInOthersWayIsCommittedInParts() throws Exception {
        List<BatchCommit.Outcome> outcomes = commit(failing("40P01", batch -> batch.size() > 1), entries(3));
        assertThat(outcomes).extracting(BatchCommitTest::shown).containsExactly("CREATED", "CREATED", "CREATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "23505"})
    void anItemThatIsInOthersWayEvenAloneIsToBeSentAgain(String state) throws Exception {
        List<BatchCommit.Outcome> outcomes = commit(
                failing(state, batch -> batch.stream().anyMatch(entry -> entry.index() == 2 && entry.error() == null)),
                entries(3));
        assertThat(outcomes).extracting(BatchCommitTest::shown).containsExactly("CREATED", "CONFLICT", "CREATED");
        assertThat(error(outcomes.get(1)).retriable()).isTrue();
        assertThat(error(outcomes.get(1)).message()).contains("send it again");
    }

    @Test
    void anItemThatTheDatabaseCannotKeepIsItsSendersFault() throws Exception {
        List<BatchCommit.Outcome> outcomes = commit(
                failing(
                        "22021",
                        batch -> batch.stream().anyMatch(entry -> entry.index() == 2 && entry.error() == null)),
                entries(3));
        assertThat(outcomes).extracting(BatchCommitTest::shown).containsExactly("CREATED", "BAD_USER_INPUT", "CREATED");
        assertThat(error(outcomes.get(1)).retriable()).isNull();
    }

    /** The others of its batch are still committed together. */
    @Test
    void oneItemOfManyThatCannotBeKeptCostsAFewTransactions() throws Exception {
        BatchTransaction refusing = failing(
                "22021", batch -> batch.stream().anyMatch(entry -> entry.index() == 10 && entry.error() == null));
        List<Long> failuresBefore = new ArrayList<>();
        List<BatchCommit.Outcome> outcomes = commit(
                (batch, author, run, failedBefore) -> {
                    failuresBefore.add(failedBefore);
                    return refusing.write(batch, author, run, failedBefore);
                },
                entries(64));
        assertThat(outcomes)
                .extracting(outcome -> outcome.entry().index())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 64).boxed().toList());
        assertThat(outcomes.stream().map(BatchCommitTest::shown).filter("CREATED"::equals))
                .hasSize(63);
        assertThat(shown(outcomes.get(9))).isEqualTo("BAD_USER_INPUT");
        assertThat(failuresBefore).hasSizeLessThan(20);
        assertThat(failuresBefore.getFirst()).isZero();
        assertThat(failuresBefore.getLast()).isOne();
    }

    @Test
    void aFaultOfOursIsNoItemsFault() {
        assertThatThrownBy(() -> commit(failing("08006", batch -> true), entries(3)))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(database.count("article")).isZero();
    }

    /** A stream that begins while another commits what is its share when it is alone. */
    @Test
    void streamsTogetherCommitNoMoreThanOneBatchAtATime() throws Exception {
        AtomicInteger committing = new AtomicInteger();
        CountDownLatch mayEnd = new CountDownLatch(1);
        BatchCommit commit = committing(
                (batch, author, run, failedBefore) -> {
                    committing.addAndGet(batch.size());
                    awaitQuietly(mayEnd);
                    return transaction.write(batch, author, run, failedBefore);
                },
                4);
        List<Entry> entries = entries(6);
        List<Thread> streams = Stream.of(entries.subList(0, 3), entries.subList(3, 6))
                .map(batch -> Thread.ofPlatform().start(() -> commitQuietly(commit, batch)))
                .toList();
        await().until(() -> streams.stream().allMatch(stream -> stream.getState() == Thread.State.WAITING));
        assertThat(committing).hasValue(3);

        mayEnd.countDown();
        for (Thread stream : streams) {
            stream.join();
        }
        assertThat(database.count("article")).isEqualTo(6);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void commitQuietly(BatchCommit commit, List<Entry> batch) {
        try {
            commit.commit(batch, "كاتب", null, 0);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static BatchCommit committing(BatchTransaction by, int most) {
        BulkConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(BulkConfig.class)
                .withDefaultValue("khabar.importing.bulk.batch-size", Integer.toString(most))
                .build()
                .getConfigMapping(BulkConfig.class);
        return new BatchCommit(by, config);
    }

    /** Commits by the real transactions, but for those that fail. */
    private BatchTransaction failing(String state, Predicate<List<Entry>> when) {
        return (batch, author, run, failedBefore) -> {
            if (when.test(batch)) {
                throw new IllegalStateException(new SQLException("for a test", state));
            }
            return transaction.write(batch, author, run, failedBefore);
        };
    }

    private static List<BatchCommit.Outcome> commit(BatchTransaction by, List<Entry> batch)
            throws InterruptedException {
        return committing(by, 400).commit(batch, "كاتب", null, 0);
    }

    private static String shown(BatchCommit.Outcome outcome) {
        ErrorCode code =
                outcome.entry().error() == null ? null : outcome.entry().error().code();
        return code == null ? String.valueOf(outcomeOf(outcome)) : code.name();
    }

    private static @Nullable Object outcomeOf(BatchCommit.Outcome outcome) {
        return outcome.stored() == null ? null : outcome.stored().outcome();
    }

    private static ItemError error(BatchCommit.Outcome outcome) {
        ItemError error = outcome.entry().error();
        if (error == null) {
            throw new AssertionError("the item was stored");
        }
        return error;
    }

    private List<Entry> entries(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> entry(number, content(number)))
                .toList();
    }

    private static Entry entry(int number, ArticleContent content) {
        return new Entry(
                number, number, true, (long) number, 1, null, PreparedArticle.of(content), null, List.of(), null);
    }

    private ArticleContent content(int number) {
        return new ArticleContent(
                outlets.getByCode("hespress").id(),
                "https://www.hespress.com/" + number,
                "عنوان " + number,
                "ar",
                ArticleKind.NEWS,
                null,
                null,
                Instant.parse("2024-10-17T00:00:00Z").plusSeconds(number),
                true,
                List.of(new TextBlock(BlockKind.PARAGRAPH, "نص الخبر رقم " + number)));
    }
}
