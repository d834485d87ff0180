package org.khabar.entity.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes entities as lines, a batch at a time: in memory is one batch, and no transaction lasts while a client reads. */
@ApplicationScoped
class CatalogueExport {

    private final EntityRecordRepository entities;
    private final ExchangeConfig config;
    private final ObjectWriter json;

    CatalogueExport(EntityRecordRepository entities, ExchangeConfig config, ObjectMapper json) {
        this.entities = entities;
        this.config = config;
        this.json = json.writer();
    }

    /**
     * Entities as they were at one time.
     *
     * @param next behind which position it goes on; null at the end
     */
    record Batch(List<EntityRecord> entities, @Nullable ExportPosition next) {}

    /** The batch behind a position. */
    Batch read(ExportPosition after, boolean hiddenToo) {
        List<EntityRecord> found = entities.listAfter(after, config.exportBatchSize(), hiddenToo);
        if (found.size() == config.exportBatchSize()) {
            return new Batch(found, ExportPosition.of(found.getLast()));
        }
        return new Batch(found, after.merged() ? null : ExportPosition.START_OF_MERGED);
    }

    /**
     * Writes all entities from a batch on, and flushes after each batch.
     *
     * @throws IOException when the client is gone
     */
    void write(Batch first, boolean hiddenToo, OutputStream out) throws IOException {
        Batch batch = first;
        while (true) {
            for (EntityRecord entity : batch.entities()) {
                out.write(json.writeValueAsBytes(ExportLine.of(entity)));
                out.write('\n');
            }
            out.flush();
            ExportPosition next = batch.next();
            if (next == null) {
                return;
            }
            batch = read(next, hiddenToo);
        }
    }
}
