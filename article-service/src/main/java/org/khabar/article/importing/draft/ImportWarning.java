package org.khabar.article.importing.draft;

import org.jspecify.annotations.Nullable;

/**
 * Something about a page that was imported all the same.
 *
 * @param line the 1-based line that it is about, when it is about one
 */
public record ImportWarning(
        Code code, String message, @Nullable Integer line) {

    /** What the warning is about, for programs. */
    public enum Code {
        MISSING_DATE,
        UNREADABLE_DATE,
        FUTURE_DATE,
        IMPLAUSIBLE_DATE,
        AMBIGUOUS_TIME,
        UNKNOWN_OUTLET,
        UNKNOWN_LANGUAGE,
        TEXT_AFTER_END,
        GUESSED_END,
        UPDATE_DATE_USED,
        BODY_FROM_METADATA,
        UNREADABLE_METADATA,
        /** The form has no text of the article, only a summary of it. */
        SUMMARY_ONLY,
        /** A medium that the form names has no link that can be kept. */
        UNUSABLE_MEDIA
    }
}
