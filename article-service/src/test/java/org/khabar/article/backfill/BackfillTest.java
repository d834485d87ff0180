package org.khabar.article.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A work on stored articles comes to its end, whatever one of them does to it. */
class BackfillTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ARTICLES = 20;

    private final Articles work = new Articles();
    private final Backfill backfill = new Backfill(work, Duration.ofMillis(1));

    @AfterEach
    void stop() {
        backfill.stop();
    }

    @Test
    void anArticleThatFailsIsPassedOverAlone() {
        work.failing = new IllegalArgumentException("a text that\ncannot be read");

        backfill.start();

        await().atMost(SOON).until(() -> work.done);
        assertThat(work.taken).hasSize(ARTICLES - 1).doesNotContain(Articles.BAD);
        assertThat(work.passedOver).containsExactly("7 java.lang.IllegalArgumentException: a text that cannot be read");
        assertThat(work.largest).isEqualTo(work.batchSize());
    }

    @Test
    void aTextThatNestsTooDeeplyIsPassedOverToo() {
        work.tooDeep = true;
        backfill.start();
        await().atMost(SOON).until(() -> work.done);
        assertThat(work.passedOver).containsExactly("7 java.lang.StackOverflowError");
    }

    @Test
    void nothingIsPassedOverWhileTheDatabaseIsAway() {
        work.failing = new IllegalStateException(new SQLException("gone", "08006"));
        work.failures = 2;
        backfill.start();
        await().atMost(SOON).until(() -> work.done);
        assertThat(work.taken).hasSize(ARTICLES);
        assertThat(work.passedOver).isEmpty();
    }

    /** Then no article has been tried, and none has failed. */
    @Test
    void aDatabaseThatCannotEvenSayWhichIsNextFailsWithNoArticle() {
        work.failing = new IllegalStateException(new SQLException("gone", "08006"));
        work.unknown = 4;
        work.failures = 6;
        backfill.start();
        await().atMost(SOON).until(() -> work.done);
        assertThat(work.passedOver).isEmpty();
        assertThat(work.taken).hasSize(ARTICLES);
    }

    @Test
    void anArticleWithWhichTheDatabaseFailsTimeAndAgainIsPassedOver() {
        work.failing = new IllegalStateException(new SQLException("canceled", "57014"));
        backfill.start();
        await().atMost(SOON).until(() -> work.done);
        assertThat(work.taken).hasSize(ARTICLES - 1).doesNotContain(Articles.BAD);
        assertThat(work.passedOver).containsExactly("7 java.sql.SQLException: canceled");
    }

    @Test
    void anArticleThatAnotherReplicaHasDoneWithIsNotPassedOverForTheNext() {
        work.failing = new IllegalArgumentException("not this one");
        work.doneByAnother = true;
        backfill.start();
        await().atMost(SOON).until(() -> work.done);
        assertThat(work.taken).hasSize(ARTICLES - 1).contains(Articles.BAD + 1);
        assertThat(work.passedOver).isEmpty();
    }

    /** Articles by number, of which one can fail. */
    private static final class Articles implements BackfillWork {

        static final int BAD = 7;

        final List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        final List<String> passedOver = Collections.synchronizedList(new ArrayList<>());
        volatile RuntimeException failing = new IllegalStateException("never thrown");
        volatile int failures = Integer.MAX_VALUE;
        volatile int unknown;
        volatile boolean tooDeep;
        volatile boolean doneByAnother;
        volatile boolean done;
        volatile int largest;
        private int next;

        @Override
        public String name() {
            return "test";
        }

        @Override
        public int batchSize() {
            return 4;
        }

        @Override
        public Optional<UUID> findNext() {
            if (next == BAD && unknown-- > 0) {
                throw failing;
            }
            return next < ARTICLES ? Optional.of(new UUID(0, next)) : Optional.empty();
        }

        @Override
        public BackfillStep take(int most) {
            largest = Math.max(largest, most);
            int end = Math.min(ARTICLES, next + most);
            if (next <= BAD && BAD < end) {
                fail(most);
            }
            for (; next < end; next++) {
                taken.add(next);
            }
            done = next == ARTICLES;
            return done ? BackfillStep.DONE : BackfillStep.MORE;
        }

        private void fail(int most) {
            if (doneByAnother && most == 1) {
                next++;
            }
            if (tooDeep) {
                throw new StackOverflowError();
            }
            if (!failing.toString().contains("never thrown") && failures-- > 0) {
                throw failing;
            }
        }

        @Override
        public void passOver(UUID article, String reason) {
            if (findNext().filter(article::equals).isPresent()) {
                passedOver.add(next + " " + reason);
                next++;
            }
        }
    }
}
