package org.khabar.entity.linking;

import java.util.Objects;

/**
 * The lists of words that linking goes by.
 *
 * @param titles beside which a short form links
 * @param personNames by which a part of a person's name is told from a place
 * @param homographs names that are other words beside certain words
 */
public record LinkingWords(TitleWords titles, PersonNameWords personNames, Homographs homographs) {

    public LinkingWords {
        Objects.requireNonNull(titles);
        Objects.requireNonNull(personNames);
        Objects.requireNonNull(homographs);
    }
}
