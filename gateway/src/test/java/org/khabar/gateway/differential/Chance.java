package org.khabar.gateway.differential;

import java.util.List;
import java.util.Random;

/** Decisions from a seed. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** True so many times in a hundred. */
    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number below {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** One of them. */
    <T> T pick(List<? extends T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
