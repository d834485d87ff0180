package org.khabar.article.pulling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Only changed columns are written: an admin and a pull that ends may write the same row. */
@Entity
@DynamicUpdate
@Table(name = "feed_source")
class FeedSourceEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "outlet_id", nullable = false)
    UUID outletId;

    @Column(nullable = false)
    String url;

    @Column(name = "interval_seconds", nullable = false)
    int intervalSeconds;

    @Column(nullable = false)
    boolean enabled;

    @Nullable
    String etag;

    @Column(name = "last_modified")
    @Nullable
    String lastModified;

    @Column(name = "last_attempt")
    @Nullable
    Instant lastAttempt;

    @Column(name = "last_success")
    @Nullable
    Instant lastSuccess;

    @Column(name = "last_error")
    @Nullable
    String lastError;

    @Column(name = "consecutive_failures", nullable = false)
    int consecutiveFailures;

    @Column(name = "next_due", nullable = false)
    Instant nextDue;

    @Nullable
    UUID claim;

    FeedSource toSource() {
        return new FeedSource(
                id,
                outletId,
                url,
                Duration.ofSeconds(intervalSeconds),
                enabled,
                new FetchedFeed.Version(etag, lastModified),
                lastAttempt,
                lastSuccess,
                lastError,
                consecutiveFailures,
                nextDue);
    }
}
