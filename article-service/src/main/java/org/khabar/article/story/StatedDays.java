package org.khabar.article.story;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.article.text.Folding;

/** The days of the week that a text names, in Arabic, French or English. */
final class StatedDays {

    private static final Map<DayOfWeek, String> NAMES = Map.of(
            DayOfWeek.MONDAY, "الاثنين lundi monday",
            DayOfWeek.TUESDAY, "الثلاثاء mardi tuesday",
            DayOfWeek.WEDNESDAY, "الأربعاء mercredi wednesday",
            DayOfWeek.THURSDAY, "الخميس jeudi thursday",
            DayOfWeek.FRIDAY, "الجمعة vendredi friday",
            DayOfWeek.SATURDAY, "السبت samedi saturday",
            DayOfWeek.SUNDAY, "الأحد dimanche sunday");

    private static final Map<String, DayOfWeek> DAYS = days();

    private StatedDays() {}

    /** @param key a text as {@link Folding#key} gives it */
    static Set<DayOfWeek> of(String key) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : key.split(" ")) {
            DayOfWeek day = day(word);
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    /** In Arabic a word of one letter may stand before the name: والأحد, بالأحد. */
    private static @Nullable DayOfWeek day(String word) {
        DayOfWeek day = DAYS.get(word);
        boolean attached = day == null && word.length() > 1 && "وبفك".indexOf(word.charAt(0)) >= 0;
        return attached ? DAYS.get(word.substring(1)) : day;
    }

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new HashMap<>();
        NAMES.forEach((day, names) -> {
            for (String name : Folding.key(names).split(" ")) {
                days.put(name, day);
            }
        });
        return Map.copyOf(days);
    }
}
