package org.khabar.entity.catalogue;

import com.ibm.icu.util.VersionInfo;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Fills the catalogue at the first start, and again when its sources have changed, in one transaction. Replicas that
 * start together wait for each other.
 */
@ApplicationScoped
public class CatalogueLoader {

    /** When the catalogue is loaded at the start; what reads it starts later. */
    public static final int STARTUP_PRIORITY = 100;

    private static final Logger LOG = Logger.getLogger(CatalogueLoader.class);

    /** Changes when the same sources are to be read differently. */
    private static final String READING = "2";

    private final CatalogueConfig config;
    private final CatalogueWriter writer;

    CatalogueLoader(CatalogueConfig config, CatalogueWriter writer) {
        this.config = config;
        this.writer = writer;
    }

    @Transactional
    void onStart(@Observes @Priority(STARTUP_PRIORITY) StartupEvent start) {
        writer.lock();
        String fingerprint = fingerprint();
        if (writer.listFingerprint().contains(fingerprint)) {
            return;
        }
        long begun = System.nanoTime();
        List<CatalogueEntry> entries = assemble();
        writer.write(entries);
        writer.storeFingerprint(fingerprint);
        LOG.infof(
                "Loaded the catalogue: %d entities of CLDR and the curated files in %d ms.",
                entries.size(), (System.nanoTime() - begun) / 1_000_000);
    }

    private List<CatalogueEntry> assemble() {
        String commonWords = new String(CuratedFiles.bytes(config.commonWords()), StandardCharsets.UTF_8);
        return new CatalogueAssembler(commonWords.lines()).assemble(CuratedFiles.read(config.files()));
    }

    private String fingerprint() {
        MessageDigest digest = sha256();
        digest.update((READING + VersionInfo.ICU_VERSION).getBytes(StandardCharsets.UTF_8));
        List<String> resources = new ArrayList<>(config.files());
        resources.add(config.commonWords());
        resources.forEach(resource -> digest.update(CuratedFiles.bytes(resource)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
