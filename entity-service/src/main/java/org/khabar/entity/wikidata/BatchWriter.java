package org.khabar.entity.wikidata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes a batch of an import and moves the import behind it, in one transaction: both or neither. */
@ApplicationScoped
@Transactional
class BatchWriter {

    private final ImportedEntityRepository entities;
    private final WikidataImportRepository imports;
    private final WikidataConfig config;

    BatchWriter(ImportedEntityRepository entities, WikidataImportRepository imports, WikidataConfig config) {
        this.entities = entities;
        this.imports = imports;
        this.config = config;
    }

    /** @throws ImportLostException when the import is not this worker's any more; nothing is written then */
    void write(UUID id, UUID worker, Batch batch) {
        ImportedEntityRepository.Written written = entities.write(batch.entities(), batch.offices());
        List<WikidataImport.Skips> skips = new ArrayList<>(batch.skips());
        addSkips(skips, SkipReason.SAME_ENTITY, written.others());
        addSkips(skips, SkipReason.EDITED, written.edited());
        Progress progress = new Progress(
                batch.position(), batch.filePosition(), batch.lines(), written.created(), written.updated(), skips);
        if (!imports.advance(id, worker, config.lease(), progress)) {
            throw new ImportLostException();
        }
    }

    private static void addSkips(List<WikidataImport.Skips> skips, SkipReason reason, List<String> items) {
        if (!items.isEmpty()) {
            skips.add(new WikidataImport.Skips(reason, items.size(), items.getFirst()));
        }
    }
}
