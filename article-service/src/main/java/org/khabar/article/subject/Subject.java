package org.khabar.article.subject;

import java.util.List;
import org.khabar.article.outlet.LocalizedName;

/**
 * A media topic.
 *
 * @param code {@code medtop:} and eight digits
 * @param names none for a code that is not in the vocabulary
 * @param broader the codes right above it, none at the top
 */
record Subject(String code, List<LocalizedName> names, List<String> broader) {

    Subject {
        names = List.copyOf(names);
        broader = List.copyOf(broader);
    }
}
