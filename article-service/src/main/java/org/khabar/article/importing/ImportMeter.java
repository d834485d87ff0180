package org.khabar.article.importing;

import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import org.khabar.article.article.StoredArticle;
import org.khabar.article.failure.RequestFailure;

/** Counts imports for operators, by the form that they come in and by what became of them. Thread-safe. */
public final class ImportMeter {

    private static final String NAME = "khabar.article.imports";

    private ImportMeter() {}

    /** One import. */
    @FunctionalInterface
    interface Importing<E extends Exception> {
        ImportOutcome run() throws E;
    }

    /** Does one import, and counts it. One that fails for a fault of the service is none of the sender's and not counted. */
    static <E extends Exception> ImportOutcome counted(Form form, Importing<E> importing) throws E {
        try {
            ImportOutcome outcome = importing.run();
            count(form, outcome.stored().outcome());
            return outcome;
        } catch (RequestFailure refused) {
            countRefused(form);
            throw refused;
        }
    }

    public static void count(Form form, StoredArticle.Outcome outcome) {
        count(form, outcome, 1);
    }

    /** Many of one outcome. */
    public static void count(Form form, StoredArticle.Outcome outcome, long imports) {
        count(form, outcome.name(), imports);
    }

    public static void countRefused(Form form) {
        countRefused(form, 1);
    }

    /** Many that were refused. */
    public static void countRefused(Form form, long imports) {
        count(form, "REFUSED", imports);
    }

    private static void count(Form form, String outcome, long imports) {
        if (imports > 0) {
            Metrics.counter(NAME, "form", form.label(), "outcome", outcome.toLowerCase(Locale.ROOT))
                    .increment(imports);
        }
    }

    /** What articles come in. */
    public enum Form {
        /** The text of a page. */
        TEXT,
        /** A page. */
        HTML,
        /** One article as JSON. */
        JSON,
        /** An article of many in one request. */
        BULK,
        /** An entry of an outlet's feed. */
        FEED;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
