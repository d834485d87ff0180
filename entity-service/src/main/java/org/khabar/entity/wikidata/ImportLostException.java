package org.khabar.entity.wikidata;

/** An import was cancelled, or another process has taken it. */
final class ImportLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportLostException() {
        super("The import is not this process's any more", null, false, false);
    }
}
