package org.khabar.entity.relation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A relation as a source tells it: its other end may not be in the catalogue yet.
 *
 * @param entity whose relation it is
 * @param target what knows the other end, see {@link RelationClaims}; null when only the office tells it
 * @param office number of the item that has the office's title; null when the title is known, or there is none
 * @param title of the office; empty when it is not known, and for other kinds
 * @param from its first day; null when it is not known, or the relation has no beginning
 * @param until its last day, not before the first; null when it lasts, or the day is not known
 * @param origin CATALOGUE, OPERATOR or WIKIDATA
 */
public record RelationClaim(
        UUID entity,
        RelationKind kind,
        @Nullable String target,
        @Nullable Integer office,
        String title,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String origin) {

    public RelationClaim {
        Objects.requireNonNull(entity);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        Objects.requireNonNull(origin);
        if (target == null && office == null) {
            throw new IllegalArgumentException("a relation to nothing");
        }
    }
}
