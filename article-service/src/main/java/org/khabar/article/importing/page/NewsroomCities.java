package org.khabar.article.importing.page;

import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.article.text.Folding;

/** Cities in bylines: "الرياض - واس" says where a text was written and not by whom. */
final class NewsroomCities {

    private static final Set<String> CITIES =
            WordList.read("newsroom-cities.txt").map(Folding::key).collect(Collectors.toUnmodifiableSet());

    private NewsroomCities() {}

    static boolean isCity(String text) {
        return CITIES.contains(Folding.key(text));
    }
}
