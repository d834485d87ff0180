package org.khabar.gateway.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What one client has used of its quota. */
final class Client {
    private final Bucket bucket;
    private final String policy;
    private final AtomicInteger underWay = new AtomicInteger();

    Client(QuotaConfig config) {
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(config.requests()).refillGreedy(config.requests(), config.period()))
                .build();
        this.policy = "\"default\";q=" + config.requests() + ";w="
                + Math.max(1, config.period().toSeconds());
    }

    /**
     * Takes requests out of the quota.
     *
     * @return the fields {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers)
     */
    Map<String, String> take(int requests) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(requests);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("RateLimit-Policy", policy);
        headers.put(
                "RateLimit",
                "\"default\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (probe.isConsumed()) {
            return headers;
        }
        headers.put("Retry-After", String.valueOf(Math.max(1, seconds(probe.getNanosToWaitForRefill()))));
        throw QuotaException.tooMany("You ask too often", headers);
    }

    /** Refuses when nothing is left; one that comes back at this very moment is taken. */
    void requireLeft() {
        if (!bucket.estimateAbilityToConsume(1).canBeConsumed()) {
            take(1);
        }
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    boolean tryStart(int requests, int limit) {
        if (underWay.addAndGet(requests) <= limit) {
            return true;
        }
        underWay.addAndGet(-requests);
        return false;
    }

    /** Whether nothing is under way. */
    boolean isIdle() {
        return underWay.get() == 0;
    }

    void end(int requests) {
        underWay.addAndGet(-requests);
    }
}
