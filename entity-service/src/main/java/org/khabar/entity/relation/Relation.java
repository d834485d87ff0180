package org.khabar.entity.relation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A relation of an entity to another one.
 *
 * @param target the other entity
 * @param title of the office; empty for other kinds
 * @param from its first day; null when it is not known, or the relation has no beginning
 * @param until its last day; null when it lasts, or the day is not known
 */
public record Relation(
        RelationKind kind,
        UUID target,
        String title,
        @Nullable LocalDate from,
        @Nullable LocalDate until) implements Comparable<Relation> {

    private static final Comparator<Relation> ORDER = Comparator.comparing(Relation::kind)
            .thenComparing(Relation::begin)
            .thenComparing(Relation::title)
            .thenComparing(Relation::target)
            .thenComparing(Relation::end);

    public Relation {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(target);
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a relation until %s, before its beginning on %s".formatted(until, from));
        }
    }

    private LocalDate begin() {
        return from == null ? LocalDate.MIN : from;
    }

    private LocalDate end() {
        return until == null ? LocalDate.MAX : until;
    }

    /** By kind, then by time. */
    @Override
    public int compareTo(Relation other) {
        return ORDER.compare(this, other);
    }

    /** What no two relations of an entity have in common: a second one would only differ in its end. */
    public Object identity() {
        return new Relation(kind, target, title, from, null);
    }
}
