package org.khabar.entity.wikidata;

/** What becomes of a line. */
sealed interface Outcome {

    /** An entity of the catalogue. */
    record Taken(ImportedEntity entity) implements Outcome {}

    /**
     * Nothing.
     *
     * @param what names the line for people: an id, or what is wrong
     */
    record Skipped(SkipReason reason, String what) implements Outcome {}
}
