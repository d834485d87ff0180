package org.khabar.article.article.backlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Shows how far the search index and the stories are behind imports in bulk. Always up: articles are served meanwhile, and
 * whether the database is there is for another check to say.
 */
@Readiness
@ApplicationScoped
class BacklogHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(BacklogHealth.class);

    private final BacklogStep step;
    private final Clock clock;

    BacklogHealth(BacklogStep step, Clock clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder report =
                HealthCheckResponse.named("article-backlog").up();
        try {
            BacklogState state = step.state();
            report.withData("waiting", state.waiting()).withData("failed", state.failed());
            if (state.oldest() != null) {
                long lag = Duration.between(state.oldest(), clock.instant()).toSeconds();
                report.withData("lagSeconds", Math.max(0, lag));
            }
        } catch (RuntimeException unknown) {
            LOG.debug("The backlog cannot be looked at", unknown);
        }
        return report.build();
    }
}
