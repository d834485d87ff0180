package org.khabar.article.importing.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.StoredArticle;

/** The answer to a stream: a line of JSON for each item, in their order, and one at the end. */
final class ResultLines {

    private final OutputStream out;
    private final ObjectWriter json;
    private final boolean failuresOnly;
    private final WriteWatch watch;

    /** Lets nobody keep an import waiting who does not read its results. */
    interface WriteWatch {
        void write(OutputStream out, byte[] lines) throws IOException;
    }

    /** @param failuresOnly whether items that were imported get no line */
    ResultLines(OutputStream out, ObjectWriter json, boolean failuresOnly, WriteWatch watch) {
        this.out = out;
        this.json = json;
        this.failuresOnly = failuresOnly;
        this.watch = watch;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            long index,
            @Nullable Long line,
            String status,
            @Nullable String id,
            @Nullable Integer version,
            @Nullable String externalId,
            List<String> warnings,
            @Nullable ItemError error) {

        static Item of(BatchCommit.Outcome outcome) {
            Entry entry = outcome.entry();
            StoredArticle stored = outcome.stored();
            return new Item(
                    entry.index(),
                    entry.line(),
                    stored == null ? "failed" : stored.outcome().name().toLowerCase(Locale.ROOT),
                    stored == null ? null : stored.article().id(),
                    stored == null ? null : stored.article().version(),
                    entry.externalId(),
                    entry.warnings(),
                    entry.error());
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
            @JsonUnwrapped BatchCounts counts,
            @Nullable Long resumeFrom,
            @Nullable ItemError error) {}

    void write(List<BatchCommit.Outcome> outcomes) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (BatchCommit.Outcome outcome : outcomes) {
            if (!failuresOnly || outcome.stored() == null) {
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
