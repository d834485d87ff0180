package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How retries are earned and spent. */
class RetryBudgetTest {
    private final AtomicLong clock = new AtomicLong();

    private RetryBudget budget(int percent, int perSecond, int burst) {
        return new RetryBudget(new Numbers(percent, perSecond, burst), clock::get);
    }

    private static int drain(RetryBudget budget) {
        int taken = 0;
        while (budget.tryTake()) {
            taken++;
        }
        return taken;
    }

    @Test
    void fetchesEarnRetries() {
        RetryBudget budget = budget(20, 0, 100);
        for (int i = 0; i < 14; i++) {
            budget.sent();
        }
        assertThat(drain(budget)).isEqualTo(2);
    }

    @Test
    void noMoreIsSavedUpThanTheBurst() {
        RetryBudget budget = budget(50, 0, 3);
        for (int i = 0; i < 1000; i++) {
            budget.sent();
        }
        assertThat(drain(budget)).isEqualTo(3);
    }

    @Test
    void someComeBackByTimeHoweverFewFetchesThereAre() {
        RetryBudget budget = budget(10, 2, 5);
        assertThat(drain(budget)).isEqualTo(2);
        clock.addAndGet(Duration.ofMillis(1500).toNanos());
        assertThat(drain(budget)).isEqualTo(2);
        clock.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(drain(budget)).isEqualTo(2);
        clock.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(drain(budget)).isEqualTo(5);
    }

    private record Numbers(int percent, int perSecond, int burst) implements RetryConfig {}
}
