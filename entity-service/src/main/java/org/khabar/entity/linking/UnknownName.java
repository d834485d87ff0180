package org.khabar.entity.linking;

import java.util.Objects;
import org.khabar.entity.tagging.EntityType;

/**
 * What looks like the name of somebody or something that the catalogue does not have.
 *
 * @param passage index of the passage in the article
 * @param start where it begins in the passage, in UTF-16 code units, an attached particle left out
 * @param end where it ends, exclusive
 * @param surface the text between the two
 * @param type what it seems to be
 * @param sure whether it is one though it stands there once; otherwise only if several articles have it
 */
public record UnknownName(int passage, int start, int end, String surface, EntityType type, boolean sure) {

    public UnknownName {
        Objects.requireNonNull(type);
        if (passage < 0 || start < 0 || end - start != surface.length() || surface.isEmpty()) {
            throw new IllegalArgumentException("a name \"%s\" from %d to %d".formatted(surface, start, end));
        }
    }
}
