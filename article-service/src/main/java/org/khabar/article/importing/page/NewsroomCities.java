package org.khabar.article.importing.page;

import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.article.text.Folding;

/** Cities in bylines: "الرياض - واس" says where a text was written and not by whom. */
final class NewsroomCities {

    private static final Set<String> CITIES =
            WordList.read("newsroom-cities.txt").map(Folding::key).collect(Collectors.toUnmodifiableSet());

    private static final int MAX_LENGTH = 60;

    private NewsroomCities() {}

    /** The same of what {@link Folding#key} makes of a text. */
    static boolean isKey(String key) {
        return CITIES.contains(key);
    }

    static boolean isCity(String text) {
        return text.length() <= MAX_LENGTH && CITIES.contains(Folding.key(text));
    }
}
