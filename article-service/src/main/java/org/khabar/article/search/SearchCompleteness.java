package org.khabar.article.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.khabar.article.backfill.BackfillRepository;

/** Knows whether the index has all articles yet. Once it has, it is not asked again: writers keep it so. */
@ApplicationScoped
class SearchCompleteness {

    private static final Duration LOOK_AFTER = Duration.ofSeconds(1);

    private final BackfillRepository progress;
    private final Clock clock;
    private volatile boolean complete;
    private volatile Instant lookedAt = Instant.MIN;

    SearchCompleteness(BackfillRepository progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    boolean isComplete() {
        if (!complete && lookedAt.isBefore(clock.instant().minus(LOOK_AFTER))) {
            lookedAt = clock.instant();
            complete = QuarkusTransaction.requiringNew().call(() -> !progress.isPending(SearchBackfill.NAME));
        }
        return complete;
    }
}
