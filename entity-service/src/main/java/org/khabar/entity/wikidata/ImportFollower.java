package org.khabar.entity.wikidata;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.CatalogueLoader;
import org.khabar.entity.failure.RequestFailure;

/** Runs imports whose file this process has, one at a time, on a thread of its own; also those that a dead process left. */
@ApplicationScoped
class ImportFollower {

    private static final Logger LOG = Logger.getLogger(ImportFollower.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final DumpFiles files;
    private final WikidataImportRepository imports;
    private final BatchWriter writer;
    private final WikidataConfig config;
    private final UUID worker = UUID.randomUUID();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    ImportFollower(DumpFiles files, WikidataImportRepository imports, BatchWriter writer, WikidataConfig config) {
        this.files = files;
        this.imports = imports;
        this.writer = writer;
        this.config = config;
    }

    void onStart(@Observes @Priority(CatalogueLoader.STARTUP_PRIORITY + 300) StartupEvent start) {
        if (files.isConfigured()) {
            thread = Thread.ofPlatform().name("wikidata-import").daemon().start(this::follow);
        }
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            running.join(LONGEST_STOP);
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void follow() {
        try {
            while (!stopping.await(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                followOnce();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void followOnce() {
        try {
            for (WikidataImport idle : imports.listIdle()) {
                Path file = files.find(idle.file()).orElse(null);
                if (file != null && imports.claim(idle.id(), worker, config.lease())) {
                    run(idle, file);
                }
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Imports of Wikidata cannot go on now: %s", failure);
        }
    }

    private void run(WikidataImport claimed, Path file) {
        UUID id = claimed.id();
        LOG.infof("Import %s of %s begins at byte %d of its text.", id, claimed.file(), claimed.position());
        boolean isOver = false;
        try {
            if (!DumpFiles.fingerprint(file).equals(claimed.fingerprint())) {
                throw new IOException("the file is another one than when the import began");
            }
            isOver = new ImportRun(claimed, file, worker, imports, writer, config, this::isStopping).run();
            if (isOver && imports.end(id, worker, ImportState.DONE, null)) {
                LOG.infof("Import %s is done.", id);
            }
        } catch (ImportLostException lost) {
            isOver = true;
            LOG.infof("Import %s was cancelled, or is run by another process.", id);
        } catch (IOException | RequestFailure failure) {
            isOver = true;
            LOG.warnf("Import %s failed: %s", id, failure.getMessage());
            imports.end(id, worker, ImportState.FAILED, reason(failure));
        } finally {
            if (!isOver) {
                imports.release(id, worker);
            }
        }
    }

    private static String reason(Exception failure) {
        return failure instanceof RequestFailure
                ? String.valueOf(failure.getMessage())
                : "The file cannot be read to its end: " + failure.getMessage();
    }
}
