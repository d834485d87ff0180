package org.khabar.entity.tagging;

import java.util.List;
import java.util.Objects;

/**
 * A stretch of a text that equals one or more aliases.
 *
 * @param start where it begins in the text, in UTF-16 code units, attached particles left out
 * @param end where it ends, exclusive
 * @param surface the text between the two
 * @param firstToken index of its first token
 * @param tokenCount number of its tokens
 * @param aliases the aliases that it equals, at least one
 */
public record Occurrence(int start, int end, String surface, int firstToken, int tokenCount, List<AliasEntry> aliases) {

    public Occurrence {
        Objects.requireNonNull(surface);
        aliases = List.copyOf(aliases);
        if (start < 0 || end <= start || surface.length() != end - start) {
            throw new IllegalArgumentException("an occurrence of \"%s\" from %d to %d".formatted(surface, start, end));
        }
        if (firstToken < 0 || tokenCount < 1 || aliases.isEmpty()) {
            throw new IllegalArgumentException("an occurrence without tokens or aliases");
        }
    }

    /** The same stretch with other aliases. */
    public Occurrence withAliases(List<AliasEntry> other) {
        return new Occurrence(start, end, surface, firstToken, tokenCount, other);
    }

    /** Index of the first token after it. */
    public int tokenEnd() {
        return firstToken + tokenCount;
    }
}
