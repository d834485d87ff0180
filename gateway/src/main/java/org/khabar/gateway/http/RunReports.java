package org.khabar.gateway.http;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.QueryPlan;

/**
 * Tells of operations that were run: the observer of all, the log of slow ones, with their plans. Never of their
 * variables, which may hold what is private.
 */
@Singleton
class RunReports {
    private static final Logger LOG = Logger.getLogger(RunReports.class);

    private static final int LONGEST_NAME = 100;

    private final RequestObserver observer;
    private final Duration slow;

    RunReports(RequestObserver observer, HttpConfig config) {
        this.observer = observer;
        this.slow = config.slowQuery();
    }

    /**
     * An operation was run, or for one event.
     *
     * @param name its name; null when it has none
     * @param outcome that of its answer
     * @param startedAt when that was begun, as {@link System#nanoTime()}
     */
    void ran(@Nullable String name, QueryPlan plan, String outcome, long startedAt, String requestId) {
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        String kind = plan.operation().name().toLowerCase(Locale.ROOT);
        observer.ran(name == null ? "" : name, kind, outcome, took);
        if (took.compareTo(slow) >= 0) {
            LOG.warnf(
                    "Slow: %s %s took %d ms, request %s, plan:%n%s",
                    kind,
                    name == null
                            ? "without a name"
                            : "'" + name.substring(0, Math.min(LONGEST_NAME, name.length())) + "'",
                    took.toMillis(),
                    requestId,
                    plan.print());
        }
    }
}
