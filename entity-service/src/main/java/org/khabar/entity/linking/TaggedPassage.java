package org.khabar.entity.linking;

import java.util.List;
import java.util.Objects;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.TokenizedText;

/**
 * One passage of an article, its headline or a block, with the aliases found in it.
 *
 * @param text the passage
 * @param occurrences in the order of the text, none overlapping another
 */
public record TaggedPassage(TokenizedText text, List<Occurrence> occurrences) {

    public TaggedPassage {
        Objects.requireNonNull(text);
        occurrences = List.copyOf(occurrences);
    }
}
