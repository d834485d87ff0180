package org.khabar.gateway.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides for each request which labels of progressive overrides hold. One draw decides all percentages of a request:
 * a request that {@code percent(5)} moves is moved by {@code percent(50)} as well, and there are few combinations to
 * plan for. Clients have no say.
 */
@Singleton
class OverrideLabels {
    private static final Pattern PERCENT = Pattern.compile("percent\\((\\d{1,3}(?:\\.\\d+)?)\\)");
    private static final double ALL = 100;

    private final Set<String> active;
    private final DoubleSupplier random;

    @Inject
    OverrideLabels(OverrideConfig config) {
        this(config.overrideLabels(), () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Decides by what is given.
     *
     * @param random draws from 0 up to but not including 1
     */
    OverrideLabels(Optional<Set<String>> active, DoubleSupplier random) {
        this.active = active.map(Set::copyOf).orElse(Set.of());
        this.random = random;
    }

    /** Those of the labels that hold for one request. */
    Set<String> choose(Set<String> labels) {
        if (labels.isEmpty()) {
            return Set.of();
        }
        double draw = random.getAsDouble() * ALL;
        Set<String> chosen = new HashSet<>();
        for (String label : labels) {
            Matcher percent = PERCENT.matcher(label);
            boolean holds = percent.matches() ? draw < Double.parseDouble(percent.group(1)) : active.contains(label);
            if (holds) {
                chosen.add(label);
            }
        }
        return chosen;
    }
}
