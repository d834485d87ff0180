package org.khabar.article.search.query;

/** A piece of what was typed. Offsets are UTF-16 code units into it. */
sealed interface QueryToken {

    /** A text that is asked for; {@code negative} when it is excluded. */
    record Text(String text, int start, boolean quoted, boolean negative) implements QueryToken {}

    /** What stands between alternatives. */
    record Or() implements QueryToken {}

    /** The start of a group; {@code negative} when it is excluded. */
    record Open(boolean negative) implements QueryToken {}

    /** The end of a group. */
    record Close() implements QueryToken {}
}
