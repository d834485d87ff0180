package org.khabar.gateway.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.khabar.gateway.execute.SubgraphFailure;

/** Leaves a subgraph alone while it fails too often, and finds out when it is well again. */
final class Circuit {
    private static final Logger LOG = Logger.getLogger(Circuit.class);
    /** What resilience4j is handed for a failure; it wants to know of one, and looks at none. */
    private static final IllegalStateException FAILURE = new IllegalStateException("A fetch failed");

    private final String subgraph;
    private final Duration openFor;
    private final CircuitBreaker breaker;
    private final FailureObserver observer;
    private final AtomicReference<CircuitState> told = new AtomicReference<>(CircuitState.CLOSED);

    Circuit(String subgraph, CircuitConfig config, FailureObserver observer) {
        this.subgraph = subgraph;
        this.openFor = config.openFor();
        this.observer = observer;
        this.breaker = CircuitBreaker.of(subgraph, breaker(config));
        if (!config.enabled()) {
            breaker.transitionToDisabledState();
        }
        observer.changed(subgraph, CircuitState.CLOSED);
    }

    private static CircuitBreakerConfig breaker(CircuitConfig config) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(Math.toIntExact(Math.max(1, config.window().toSeconds())))
                .minimumNumberOfCalls(config.minFetches())
                .failureRateThreshold(config.failurePercent())
                .waitDurationInOpenState(config.openFor())
                .permittedNumberOfCallsInHalfOpenState(config.probes())
                .build();
    }

    /** Whether the subgraph may be asked now; if so, {@link #record} has to be told what came of it. */
    boolean tryEnter() {
        boolean mayEnter = breaker.tryAcquirePermission();
        if (!mayEnter || told.get() != CircuitState.CLOSED) {
            tell();
        }
        if (!mayEnter) {
            observer.spared(subgraph);
        }
        return mayEnter;
    }

    /** What those are told who must not ask it. */
    SubgraphFailure refusal() {
        return SubgraphFailure.unavailable(subgraph, "it failed too often and is not asked for the moment");
    }

    /** Whether it is asked as if nothing had ever been. */
    boolean isClosed() {
        return told.get() == CircuitState.CLOSED;
    }

    /** Takes in what came of a call. */
    void record(CallOutcome outcome, long nanos) {
        switch (outcome) {
            case ANSWERED -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            case FAILED -> breaker.onError(nanos, TimeUnit.NANOSECONDS, FAILURE);
            case UNDECIDED -> breaker.releasePermission();
        }
        if (outcome == CallOutcome.FAILED || told.get() != CircuitState.CLOSED) {
            tell();
        }
    }

    /**
     * Looks whether the state is a new one. A listener of resilience4j's would do, but costs an object for each call
     * that went well.
     */
    private void tell() {
        CircuitState now = state();
        if (told.getAndSet(now) == now) {
            return;
        }
        observer.changed(subgraph, now);
        switch (now) {
            case OPEN ->
                LOG.warnf("Service '%s' fails too often and is not asked for %d ms", subgraph, openFor.toMillis());
            case HALF_OPEN -> LOG.infof("Trying whether service '%s' is well again", subgraph);
            case CLOSED -> LOG.infof("Service '%s' is well again", subgraph);
        }
    }

    private CircuitState state() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> CircuitState.CLOSED;
            case HALF_OPEN -> CircuitState.HALF_OPEN;
            case OPEN, FORCED_OPEN -> CircuitState.OPEN;
        };
    }
}
