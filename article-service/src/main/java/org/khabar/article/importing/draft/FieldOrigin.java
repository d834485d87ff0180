package org.khabar.article.importing.draft;

/** Where the value of a field came from. */
public enum FieldOrigin {
    /** A line of the page. */
    PAGE,
    /** An argument of the import. */
    ARGUMENT,
    /** The host of the URL that was given. */
    URL_HOST,
    /** Recognised from the text as a whole. */
    DETECTED,
    /** The time of the import. */
    IMPORT_TIME,
    /** Nothing said otherwise. */
    DEFAULT
}
