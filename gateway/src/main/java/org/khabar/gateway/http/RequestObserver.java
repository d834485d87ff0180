package org.khabar.gateway.http;

import java.time.Duration;

/** Is told how requests ended. Must not block. */
public interface RequestObserver {

    /**
     * A request was answered.
     *
     * @param outcome {@code OK}, {@code PARTIAL} for an answer with data and errors or errors alone from running the
     *     operation, else the code of what kept the operation from running
     */
    void answered(String outcome);

    /**
     * An operation was run, or for one event of a subscription.
     *
     * @param name its name; empty when it has none
     * @param kind {@code query}, {@code mutation} or {@code subscription}
     * @param outcome {@code OK} or {@code PARTIAL}
     * @param took from when its request was read, or its event came, until its answer was there
     */
    void ran(String name, String kind, String outcome, Duration took);
}
