package org.khabar.article.pulling;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is pulled, and how that goes.
 *
 * @param url as an admin gave it, checked
 * @param version what its server said of the version that was read last
 * @param lastAttempt when a pull began last, null before the first
 * @param lastSuccess when it was read last, or was as it had been; null before the first time
 * @param lastError why the last pull failed, null when it did not
 * @param consecutiveFailures pulls that failed since the last that did not
 * @param nextDue when it is pulled next; while it is being pulled, when another replica takes it over
 */
record FeedSource(
        UUID id,
        UUID outletId,
        String url,
        Duration interval,
        boolean enabled,
        FetchedFeed.Version version,
        @Nullable Instant lastAttempt,
        @Nullable Instant lastSuccess,
        @Nullable String lastError,
        int consecutiveFailures,
        Instant nextDue) {

    /** How a feed is, for admins. */
    enum Health {
        /** Not pulled yet. */
        WAITING,
        HEALTHY,
        FAILING,
        /** An admin switched it off. */
        DISABLED
    }

    Health health() {
        if (!enabled) {
            return Health.DISABLED;
        }
        if (consecutiveFailures > 0) {
            return Health.FAILING;
        }
        return lastSuccess == null ? Health.WAITING : Health.HEALTHY;
    }
}
