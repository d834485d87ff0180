package org.khabar.entity.ruling;

import java.util.Objects;
import java.util.UUID;

/**
 * What editors have decided about one stretch of an article. Ids of entities that were merged are those that stand for them.
 *
 * @param stretch where it stands in the version that is stored, or stood last
 * @param version from 1, one more with each decision
 * @param standing whether its surface stands in the article as it is stored; when not, it waits for a version that has it
 */
public record Ruling(UUID id, RuledStretch stretch, Verdict verdict, int version, boolean standing) {

    public Ruling {
        Objects.requireNonNull(id);
        Objects.requireNonNull(stretch);
        Objects.requireNonNull(verdict);
    }

    Ruling at(RuledStretch other) {
        return new Ruling(id, other, verdict, version, true);
    }

    Ruling lost() {
        return new Ruling(id, stretch, verdict, version, false);
    }

    /** Whether it is on exactly this stretch of the stored article; {@code end} is exclusive. */
    public boolean isOn(int block, int start, int end) {
        return standing && stretch.block() == block && stretch.start() == start && stretch.end() == end;
    }

    /** Whether it forbids the entity on a stretch; {@code end} is exclusive. */
    public boolean excludes(UUID entity, int block, int start, int end) {
        return standing && verdict.inForce() && stretch.overlaps(block, start, end) && verdict.excludes(entity);
    }
}
