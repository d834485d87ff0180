package org.khabar.entity.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which names sound nearly like what was typed, as a condition on {@code a.sounds}: one of the words is a letter away, and all others
 * sound as they are. So few names are left to be compared letter by letter, though there are some hundred sounds around each.
 */
final class NearbySounds {

    /** Alone, a shorter word has too many others around it. */
    private static final int LEAST_ALONE = 4;

    private static final int LEAST_WITH_OTHERS = 2;

    /** Of more words the longest are tried. */
    private static final int MOST_WORDS = 2;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String[]> parameters = new HashMap<>();

    private NearbySounds() {}

    /** @param sounds of the words that were typed, each once */
    static NearbySounds of(List<String> sounds) {
        NearbySounds nearby = new NearbySounds();
        int least = sounds.size() > 1 ? LEAST_WITH_OTHERS : LEAST_ALONE;
        sounds.stream()
                .filter(sound -> sound.length() >= least)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .forEach(sound -> nearby.add(
                        sound,
                        sounds.stream().filter(other -> !other.equals(sound)).toList()));
        return nearby;
    }

    private void add(String sound, List<String> others) {
        int number = conditions.size();
        String condition = "a.sounds && cast(:variants%d as text[])".formatted(number);
        parameters.put("variants" + number, SoundVariants.of(sound).toArray(String[]::new));
        if (!others.isEmpty()) {
            condition += " and a.sounds @> cast(:others%d as text[])".formatted(number);
            parameters.put("others" + number, others.toArray(String[]::new));
        }
        conditions.add("(" + condition + ")");
    }

    boolean isNothing() {
        return conditions.isEmpty();
    }

    /** SQL, with the names of {@link #parameters}. */
    String condition() {
        return String.join(" or ", conditions);
    }

    Map<String, String[]> parameters() {
        return parameters;
    }
}
