package org.khabar.entity.wikidata;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.relation.RelationKind;

/**
 * How an item stands to another one.
 *
 * @param target number of the other item; null when only the office's own item says it
 * @param office number of the item that is the office; null for other kinds
 * @param from the earliest day on which it can have begun; null when nothing is known
 * @param until the latest day on which it can have ended, not before the first; null when it lasts
 */
record ImportedRelation(
        RelationKind kind,
        @Nullable Integer target,
        @Nullable Integer office,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
