package org.khabar.article.pulling;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A feed that is pulled, as GraphQL shows it; its outlet is a field of its own. */
@Type("FeedSource")
public record FeedSourceNode(
        @Id @NonNull String id,
        @Ignore UUID outletId,
        @NonNull String url,

        @Description("Seconds between two pulls, give or take a tenth.")
        int intervalSeconds,

        boolean enabled,
        @NonNull Health health,
        @Nullable Instant lastAttemptAt,

        @Nullable @Description("When it was read last, or was as it had been.")
        Instant lastSuccessAt,

        @Nullable @Description("Why the last pull failed; null when it did not.")
        String lastError,

        @Description("Pulls that failed in a row; the pause doubles with each.")
        int consecutiveFailures,

        @NonNull Instant nextDueAt) {

    /** How a feed is. */
    @Enum("FeedHealth")
    public enum Health {
        WAITING,
        HEALTHY,
        FAILING,
        DISABLED;

        private static Health of(FeedSource.Health health) {
            return switch (health) {
                case WAITING -> WAITING;
                case HEALTHY -> HEALTHY;
                case FAILING -> FAILING;
                case DISABLED -> DISABLED;
            };
        }
    }

    static FeedSourceNode of(FeedSource source) {
        return new FeedSourceNode(
                source.id().toString(),
                source.outletId(),
                source.url(),
                Math.toIntExact(source.interval().toSeconds()),
                source.enabled(),
                Health.of(source.health()),
                source.lastAttempt(),
                source.lastSuccess(),
                source.lastError(),
                source.consecutiveFailures(),
                source.nextDue());
    }
}
