package org.khabar.article.entities;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Shows how far the mention feed has been followed. Always up: articles are served also while the feed is away. */
@Readiness
@ApplicationScoped
class MentionFeedHealth implements HealthCheck {

    private final FollowerProgress progress;
    private final ArticleEntityRepository repository;

    MentionFeedHealth(FollowerProgress progress, ArticleEntityRepository repository) {
        this.progress = progress;
        this.repository = repository;
    }

    @Override
    public HealthCheckResponse call() {
        FollowerProgress.Snapshot snapshot = progress.get();
        HealthCheckResponseBuilder report = HealthCheckResponse.named("mention-feed")
                .up()
                .withData("state", snapshot.state().name())
                .withData("lastEventId", snapshot.lastEventId())
                .withData("skippedEvents", repository.countSkipped());
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
