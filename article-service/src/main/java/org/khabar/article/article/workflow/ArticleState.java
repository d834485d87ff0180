package org.khabar.article.article.workflow;

import java.time.Instant;
import java.util.Objects;
import org.khabar.article.article.ArticleStatus;

/** Where an article stands in the workflow, with what is known there and nowhere else. {@link Workflow} has the moves. */
public sealed interface ArticleState {

    /** What is stored of it and shown to clients. */
    default ArticleStatus status() {
        return switch (this) {
            case Draft draft -> ArticleStatus.DRAFT;
            case Scheduled scheduled -> ArticleStatus.SCHEDULED;
            case Published published -> ArticleStatus.PUBLISHED;
            case Corrected corrected -> ArticleStatus.CORRECTED;
            case Withdrawn withdrawn -> ArticleStatus.WITHDRAWN;
        };
    }

    default boolean isVisibleToReaders() {
        return ArticleStatus.visibleToReaders().contains(status());
    }

    /** In the making. */
    record Draft() implements ArticleState {}

    /**
     * Finished, and kept back.
     *
     * @param embargoUntil when it is published by itself
     */
    record Scheduled(Instant embargoUntil) implements ArticleState {

        public Scheduled {
            Objects.requireNonNull(embargoUntil);
        }
    }

    /** Read by everybody. */
    record Published() implements ArticleState {}

    /**
     * Published, with something put right since.
     *
     * @param publicNote what the last correction tells readers
     */
    record Corrected(String publicNote) implements ArticleState {

        public Corrected {
            Objects.requireNonNull(publicNote);
        }
    }

    /**
     * Published once and taken back.
     *
     * @param reason why, as followers of the feed are told
     */
    record Withdrawn(String reason) implements ArticleState {

        public Withdrawn {
            Objects.requireNonNull(reason);
        }
    }
}
