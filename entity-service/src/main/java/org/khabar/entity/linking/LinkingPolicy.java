package org.khabar.entity.linking;

import java.util.List;

/**
 * How sure a link is by the kind of its name, when nothing else is known. All numbers lie between 0 and 1.
 *
 * @param longName a NAME of several words
 * @param oneWordName a NAME of one word
 * @param acronym an ACRONYM
 * @param epithet an EPITHET
 * @param shortAfterName a SHORT form after the full name
 * @param shortWithTitle a SHORT form beside a title
 * @param threshold a link less sure than this is none
 */
public record LinkingPolicy(
        double longName,
        double oneWordName,
        double acronym,
        double epithet,
        double shortAfterName,
        double shortWithTitle,
        double threshold) {

    public LinkingPolicy {
        List.of(longName, oneWordName, acronym, epithet, shortAfterName, shortWithTitle, threshold)
                .forEach(LinkingPolicy::check);
    }

    private static void check(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a confidence of %s; it must lie between 0 and 1".formatted(value));
        }
    }
}
