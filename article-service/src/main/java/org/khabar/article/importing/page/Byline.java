package org.khabar.article.importing.page;

import org.jspecify.annotations.Nullable;

/**
 * What a byline says.
 *
 * @param signature who signs: persons when they are named, else the outlet as the line writes it
 * @param signedByOutlet whether no person is named
 * @param credit whom the text was taken from
 * @param outlet the outlet that the line names
 * @param certainty how it shows that it is a byline
 */
record Byline(
        @Nullable String signature,
        boolean signedByOutlet,
        @Nullable String credit,
        OutletNames.@Nullable KnownOutlet outlet,
        Certainty certainty) {

    /** From what is a byline wherever it stands to what may be a headline or a sentence in another place. */
    enum Certainty {
        /** Nothing but outlets, agencies and cities that we know. */
        KNOWN_NAMES,
        /** A label that only bylines have, and a name. */
        LABEL,
        /** Words like a name beside an outlet or agency. */
        BESIDE_KNOWN_NAME,
        /** A word that sentences begin with too, and words like a name. */
        COMMON_WORD,
        /** A label that headlines begin with too, and words like a name. */
        COMMON_LABEL,
        /** Words like a name. */
        NAME_ONLY
    }

    /** A person who signs. */
    static Byline ofPerson(String name) {
        return new Byline(name, false, null, null, Certainty.NAME_ONLY);
    }
}
