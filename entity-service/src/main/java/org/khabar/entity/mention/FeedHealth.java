package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how far the article feed has been followed. Always up: what is stored is answered for also while the feed is
 * away.
 */
@Readiness
@ApplicationScoped
class FeedHealth implements HealthCheck {

    private final FeedProgress progress;
    private final DeadLetters letters;

    FeedHealth(FeedProgress progress, DeadLetters letters) {
        this.progress = progress;
        this.letters = letters;
    }

    @Override
    public HealthCheckResponse call() {
        FeedProgress.Snapshot snapshot = progress.get();
        HealthCheckResponseBuilder report = HealthCheckResponse.named("article-feed")
                .up()
                .withData("state", snapshot.state().name())
                .withData("lastEventId", snapshot.lastEventId())
                .withData("lagMillis", snapshot.lag().toMillis())
                .withData("skippedEvents", letters.count());
        letters.findNextTry().ifPresent(next -> report.withData("nextRetryAt", next.toString()));
        if (snapshot.answeredAt() != null) {
            report.withData("answeredAt", snapshot.answeredAt().toString());
        }
        if (snapshot.lastError() != null) {
            report.withData("lastError", snapshot.lastError());
            report.withData("failedAt", String.valueOf(snapshot.failedAt()));
        }
        return report.build();
    }
}
