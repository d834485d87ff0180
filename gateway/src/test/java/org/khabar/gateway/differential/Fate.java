package org.khabar.gateway.differential;

/** What happens to a field of an object. */
enum Fate {
    /** It has its value. */
    CALM,
    /** It is null, also when its type says that it cannot be. */
    NULL,
    /** It is null, and an error says so. */
    ERROR,
    /** It has its value, and there is an error all the same. */
    WARNING
}
