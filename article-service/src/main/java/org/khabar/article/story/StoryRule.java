package org.khabar.article.story;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.Set;
import org.khabar.article.article.TextShingles;

/**
 * Says whether two articles are near-duplicates. They are when their texts share enough runs of three words:
 *
 * <ul>
 *   <li>{@value #RESEMBLANCE} of all runs in either: one text edited lightly, under whatever headline;
 *   <li>or {@value #CONTAINMENT} of the shorter text, which has at least {@value #SHORTEST} of the runs of the longer:
 *       one of them was cut;
 *   <li>or, when both are of one outlet, {@value #SAME_OUTLET_RESEMBLANCE} of all: an outlet's regular pieces are made
 *       after one pattern, and it seldom publishes a text twice.
 * </ul>
 *
 * and they do not contradict each other. Bulletins of different days (weather, exchange rates, prayer times) share most
 * of their words and differ in what they are about: the days of the week that they name, and most of their numbers. Two
 * reports of one event that were written independently share few runs: names, and words that are quoted.
 */
final class StoryRule {

    static final double RESEMBLANCE = 0.4;
    static final double CONTAINMENT = 0.8;
    static final double SHORTEST = 0.25;
    static final double SAME_OUTLET_RESEMBLANCE = 0.6;

    /** The part of the numbers of the text that has fewer which the other must have. */
    static final double SHARED_NUMBERS = 2.0 / 3;

    private StoryRule() {}

    static boolean isSame(StoryText one, StoryText other) {
        if (!daysAgree(one, other) || !numbersAgree(one.numbers(), other.numbers())) {
            return false;
        }
        TextShingles.Likeness likeness = one.shingles().likenessTo(other.shingles());
        if (one.outletId() != null && one.outletId().equals(other.outletId())) {
            return likeness.resemblance() >= SAME_OUTLET_RESEMBLANCE;
        }
        return likeness.resemblance() >= RESEMBLANCE || isCut(one, other, likeness);
    }

    private static boolean isCut(StoryText one, StoryText other, TextShingles.Likeness likeness) {
        int sizeOfOne = one.shingles().runs().size();
        int sizeOfOther = other.shingles().runs().size();
        return likeness.containment() >= CONTAINMENT
                && Math.min(sizeOfOne, sizeOfOther) >= SHORTEST * Math.max(sizeOfOne, sizeOfOther);
    }

    /** Headlines decide, when both name a day; a text that names none agrees with every other. */
    private static boolean daysAgree(StoryText one, StoryText other) {
        boolean headlinesAgree = agree(one.headlineDays(), other.headlineDays());
        return headlinesAgree && agree(allDays(one), allDays(other));
    }

    private static Set<DayOfWeek> allDays(StoryText text) {
        Set<DayOfWeek> days = new HashSet<>(text.headlineDays());
        days.addAll(text.textDays());
        return days;
    }

    private static boolean agree(Set<DayOfWeek> one, Set<DayOfWeek> other) {
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
    }

    private static boolean numbersAgree(Set<String> one, Set<String> other) {
        int fewer = Math.min(one.size(), other.size());
        long shared = one.stream().filter(other::contains).count();
        return shared >= SHARED_NUMBERS * fewer;
    }
}
