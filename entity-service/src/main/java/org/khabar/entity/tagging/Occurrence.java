package org.khabar.entity.tagging;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text that equals one or more aliases.
 *
 * @param start where it begins in the text, in UTF-16 code units, attached particles left out
 * @param end where it ends, exclusive
 * @param surface the text between the two
 * @param firstToken index of its first token
 * @param tokenCount number of its tokens
 * @param aliases the aliases that it equals, at least one
 * @param otherwise the name that the same tokens are when more particles are cut off; null mostly
 */
public record Occurrence(
        int start,
        int end,
        String surface,
        int firstToken,
        int tokenCount,
        List<AliasEntry> aliases,
        @Nullable Occurrence otherwise) {

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

    /** One that can be read in one way only. */
    public Occurrence(int start, int end, String surface, int firstToken, int tokenCount, List<AliasEntry> aliases) {
        this(start, end, surface, firstToken, tokenCount, aliases, null);
    }

    /** The same stretch with other aliases. */
    public Occurrence withAliases(List<AliasEntry> other) {
        return new Occurrence(start, end, surface, firstToken, tokenCount, other, otherwise);
    }

    /** The same with another way to read it. */
    Occurrence or(Occurrence other) {
        return new Occurrence(start, end, surface, firstToken, tokenCount, aliases, other);
    }

    /** Index of the first token after it. */
    public int tokenEnd() {
        return firstToken + tokenCount;
    }
}
