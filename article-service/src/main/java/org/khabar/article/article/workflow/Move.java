package org.khabar.article.article.workflow;

import java.time.Instant;
import java.util.List;
import org.khabar.article.article.StatedCorrection;

/** What is done to an article, with what it takes. */
public sealed interface Move {

    /** Its name. */
    default MoveKind kind() {
        return switch (this) {
            case Revise revise -> MoveKind.REVISE;
            case Schedule schedule -> MoveKind.SCHEDULE;
            case Unschedule unschedule -> MoveKind.UNSCHEDULE;
            case Publish publish -> MoveKind.PUBLISH;
            case Lift lift -> MoveKind.LIFT;
            case Correct correct -> MoveKind.CORRECT;
            case Withdraw withdraw -> MoveKind.WITHDRAW;
            case Restore restore -> MoveKind.RESTORE;
        };
    }

    /** Changes what the article says and leaves it where it stands. */
    record Revise() implements Move {}

    /** Keeps it back until an instant; again for another one. */
    record Schedule(Instant embargoUntil) implements Move {}

    /** Takes the embargo's time away; it is a draft again. */
    record Unschedule() implements Move {}

    /** Gives it to readers now, before the time of an embargo too. */
    record Publish() implements Move {}

    /** The time of its embargo has come. Nobody asks for it. */
    record Lift() implements Move {}

    /**
     * Puts something right, and tells readers so.
     *
     * @param corrections all that its source tells and nobody knew, this one last; empty when this one is all
     */
    record Correct(String publicNote, List<StatedCorrection> corrections) implements Move {

        public Correct {
            corrections = List.copyOf(corrections);
        }

        public Correct(String publicNote) {
            this(publicNote, List.of());
        }
    }

    /** Takes it back from readers, and tells followers why. */
    record Withdraw(String reason) implements Move {}

    /** Makes a withdrawn article a draft, from which it may be published again. */
    record Restore() implements Move {}
}
