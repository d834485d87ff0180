package org.khabar.article.importing.draft;

/** Where the value of a field came from. */
public enum FieldOrigin {
    /** A line of the page. */
    PAGE,
    /** A field of a structured form: an element of a feed, a member of a JSON object. */
    FORM,
    /** JSON-LD in the page. */
    JSON_LD,
    /** The OpenGraph properties of the page, with those of articles. */
    OPEN_GRAPH,
    /** Microdata or RDFa in the page's text. */
    MICRODATA,
    /** A {@code time} element of the page. */
    TIME_ELEMENT,
    /** The title, links, language and other named metadata of the page. */
    META,
    /** An argument of the import. */
    ARGUMENT,
    /** The host of the URL that was given, or that the page calls its own. */
    URL_HOST,
    /** Recognised from the text as a whole. */
    DETECTED,
    /** The time of the import. */
    IMPORT_TIME,
    /** Nothing said otherwise. */
    DEFAULT
}
