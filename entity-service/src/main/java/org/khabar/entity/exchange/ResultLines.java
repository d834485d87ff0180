package org.khabar.entity.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The answer to an import: a line of JSON for each line, in their order, and one at the end. */
final class ResultLines {

    private final OutputStream out;
    private final ObjectWriter json;
    private final boolean failuresOnly;
    private final WriteWatch watch;

    /** Lets nobody keep an import waiting who does not read its results. */
    interface WriteWatch {
        void write(OutputStream out, byte[] lines) throws IOException;
    }

    /** @param failuresOnly whether what was imported gets no line */
    ResultLines(OutputStream out, ObjectWriter json, boolean failuresOnly, WriteWatch watch) {
        this.out = out;
        this.json = json;
        this.failuresOnly = failuresOnly;
        this.watch = watch;
    }

    /**
     * What became of a line.
     *
     * @param waitingRelations how many relations of the entity wait for another one that is not there yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            long index,
            long line,
            String status,
            @Nullable String id,
            @Nullable Integer version,
            @Nullable Integer waitingRelations,
            @Nullable ItemError error) {

        static Item of(Outcome outcome) {
            return new Item(
                    outcome.entry().index(),
                    outcome.entry().line(),
                    outcome.status().name().toLowerCase(Locale.ROOT),
                    outcome.id() == null ? null : outcome.id().toString(),
                    outcome.version(),
                    outcome.waitingRelations() == 0 ? null : outcome.waitingRelations(),
                    outcome.error());
        }
    }

    /**
     * The last line.
     *
     * @param done whether the whole body was taken in
     * @param resumeFrom where to go on, when it was not
     * @param error why it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(
            boolean done,
            @JsonUnwrapped ImportCounts counts,
            @Nullable Long resumeFrom,
            @Nullable ItemError error) {}

    void write(List<Outcome> outcomes) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Outcome outcome : outcomes) {
            if (!failuresOnly || outcome.status() == Outcome.Status.FAILED) {
                append(lines, Item.of(outcome));
            }
        }
        watch.write(out, lines.toByteArray());
    }

    void end(End end) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        append(line, end);
        watch.write(out, line.toByteArray());
    }

    private void append(ByteArrayOutputStream lines, Object value) throws IOException {
        lines.write(json.writeValueAsBytes(value));
        lines.write('\n');
    }
}
