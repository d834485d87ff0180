package org.khabar.entity.wikidata;

/** What becomes of a line. */
sealed interface Outcome {

    /** An entity of the catalogue. */
    record Taken(ImportedEntity entity) implements Outcome {}

    /** No entity, but what people hold, which tells how they stand to others; counted as left out. */
    record Held(Office office) implements Outcome {}

    /**
     * Nothing.
     *
     * @param what names the line for people: an id, or what is wrong
     */
    record Skipped(SkipReason reason, String what) implements Outcome {}
}
