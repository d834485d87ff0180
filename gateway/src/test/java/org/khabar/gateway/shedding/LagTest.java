package org.khabar.gateway.shedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LagTest {
    private static final long INTERVAL = 10;

    private final Lag lag = new Lag(100, INTERVAL);
    private long now = INTERVAL;

    /** The timer runs that much later than it should. */
    private void run(long late) {
        now += late;
        lag.ran(now, now + INTERVAL);
        now += INTERVAL;
    }

    @Test
    void aLoopThatIsOnTimeTakesRequests() {
        for (int i = 0; i < 20; i++) {
            run(i);
            assertThat(lag.isTooLong(now)).isFalse();
        }
    }

    @Test
    void whatWaitedWhileTheLoopStoodStillIsTurnedAwayBeforeTheTimerHasRun() {
        run(0);
        assertThat(lag.isTooLong(now + 100)).isFalse();
        assertThat(lag.isTooLong(now + 101)).isTrue();
    }

    @Test
    void aLoopThatWasLateTakesNothingUntilItIsHalfAsLateAsItMayBe() {
        run(150);
        assertThat(lag.isTooLong(now)).isTrue();
        run(90);
        assertThat(lag.isTooLong(now)).isTrue();
        run(60);
        assertThat(lag.isTooLong(now)).isTrue();
        run(0);
        run(0);
        run(0);
        assertThat(lag.isTooLong(now)).isFalse();
        run(90);
        assertThat(lag.isTooLong(now)).isFalse();
    }

    @Test
    void oneLongPauseDoesNotCountForLong() {
        run(1_000_000);
        assertThat(lag.in(now)).isEqualTo(200);
        int turns = 0;
        while (lag.isTooLong(now)) {
            run(0);
            turns++;
        }
        assertThat(turns).isBetween(4, 8);
    }
}
