package org.khabar.entity.mention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of the article feed. Events with an ascending id; the feed never skips one. */
sealed interface FeedEvent {

    /** Its place in the feed. */
    long id();

    /** When it happened; null when the event does not say. */
    @Nullable
    Instant time();

    /** What it is about, as it says. */
    String subject();

    /** Whether it says what becomes of an article, so that what earlier events said of it no longer matters. */
    default boolean replacesEarlier() {
        return switch (this) {
            case Published published -> true;
            case Withdrawn withdrawn -> true;
            case Other other -> false;
            case Unreadable unreadable -> false;
        };
    }

    /** An article was published or revised. */
    record Published(long id, @Nullable Instant time, ArticleSnapshot article) implements FeedEvent {

        @Override
        public String subject() {
            return article.id().toString();
        }
    }

    /** An article was withdrawn. */
    record Withdrawn(long id, @Nullable Instant time, UUID article) implements FeedEvent {

        @Override
        public String subject() {
            return article.toString();
        }
    }

    /** An event of a type that does not concern mentions. */
    record Other(long id, @Nullable Instant time, String subject) implements FeedEvent {}

    /** An event that cannot be understood. */
    record Unreadable(long id, @Nullable Instant time, String subject, String problem) implements FeedEvent {}
}
