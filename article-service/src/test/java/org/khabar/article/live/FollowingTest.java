package org.khabar.article.live;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowingTest {

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final AtomicBoolean isWanted = new AtomicBoolean(true);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger steps = new AtomicInteger();

    @AfterEach
    void stop() {
        isWanted.set(false);
    }

    private Following following(Following.Step step) {
        return new Following(
                "test",
                isWanted::get,
                () -> {
                    begun.incrementAndGet();
                    return step;
                },
                PAUSE);
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, IllegalStateException.class})
    void whateverAStepFailsOfTheNextIsTaken(Class<? extends Throwable> kind) {
        following(() -> {
                    if (steps.incrementAndGet() == 1) {
                        throw sneaky(kind);
                    }
                    return true;
                })
                .start();
        await().until(() -> steps.get() > 1 && begun.get() == 1);
    }

    private static RuntimeException sneaky(Class<? extends Throwable> kind) {
        if (kind == StackOverflowError.class) {
            throw new StackOverflowError("of the test");
        }
        return new IllegalStateException("of the test");
    }

    @Test
    void oneThatHasEndedBeginsAnewWhenItIsStarted() {
        Following following = following(() -> steps.incrementAndGet() < 0);
        following.start();
        await().until(() -> steps.get() == 1);
        await().until(() -> {
            following.start();
            return begun.get() > 1 && steps.get() > 1;
        });
    }
}
