package org.khabar.gateway.schema;

import java.util.List;
import java.util.function.Consumer;
import org.khabar.gateway.supergraph.CompositionHint;

/** Tells operators what fits but deserves a look, once for as long as it stays the same. Not for more than one thread. */
final class HintLog {
    private final int limit;
    private final Consumer<String> log;
    private List<CompositionHint> known = List.of();

    /**
     * Begins with nothing told.
     *
     * @param limit hints that are told at most; of the others, only how many there are
     * @param log takes a line for each
     */
    HintLog(int limit, Consumer<String> log) {
        this.limit = limit;
        this.log = log;
    }

    /** Tells the hints of a schema that was accepted. */
    void tell(List<CompositionHint> hints) {
        if (hints.equals(known)) {
            return;
        }
        known = List.copyOf(hints);
        hints.stream()
                .limit(limit)
                .map(hint -> "Hint " + hint.code() + " at " + hint.coordinate() + ": " + hint.message())
                .forEach(log);
        if (hints.size() > limit) {
            log.accept("Hints that are not shown: " + (hints.size() - limit));
        }
    }
}
