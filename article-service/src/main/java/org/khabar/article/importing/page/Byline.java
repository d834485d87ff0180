package org.khabar.article.importing.page;

import org.jspecify.annotations.Nullable;

/**
 * What a byline says.
 *
 * @param signature who signs: persons when they are named, else the outlet as the line writes it
 * @param signedByOutlet whether no person is named
 * @param credit whom the text was taken from
 * @param outlet the outlet that the line names
 */
record Byline(
        @Nullable String signature,
        boolean signedByOutlet,
        @Nullable String credit,
        OutletNames.@Nullable KnownOutlet outlet) {

    /** A person who signs. */
    static Byline ofPerson(String name) {
        return new Byline(name, false, null, null);
    }
}
