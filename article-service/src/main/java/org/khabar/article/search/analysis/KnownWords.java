package org.khabar.article.search.analysis;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How words were read lately: a few thousand words are nearly all of what texts consist of. A word's place is given by its
 * hash, and the last word with that place has it, so it holds a bounded number and needs no lock: a reading is immutable,
 * and whoever sees an older one reads the word anew.
 */
final class KnownWords {

    private static final int PLACES = 1 << 13;
    /** Longer ones are seldom read again. */
    private static final int LONGEST = 32;

    private final @Nullable Reading[] readings = new @Nullable Reading[PLACES];

    /** A word, folded, with what it may be a form of. */
    record Part(String exact, Set<String> stems) {}

    /**
     * How a word is read.
     *
     * @param written as it stands in a text
     * @param languages whose stems it has
     * @param parts the words that it stands for: one, but for a few signs
     */
    record Reading(String written, Set<String> languages, List<Part> parts) {

        Reading {
            languages = Set.copyOf(languages);
            parts = List.copyOf(parts);
        }
    }

    /** Reads a word. */
    @FunctionalInterface
    interface Reader {
        List<Part> read(String written, Set<String> languages);
    }

    List<Part> read(String written, Set<String> languages, Reader reader) {
        if (written.length() > LONGEST) {
            return reader.read(written, languages);
        }
        int hash = 31 * written.hashCode() + languages.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        Reading known = readings[place];
        if (known != null
                && known.written().equals(written)
                && known.languages().equals(languages)) {
            return known.parts();
        }
        Reading read = new Reading(written, languages, reader.read(written, languages));
        readings[place] = read;
        return read.parts();
    }
}
