package org.khabar.gateway.documents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Which documents run, and which are kept. */
@ConfigMapping(prefix = "khabar.gateway.documents")
public interface DocumentsConfig {

    /** Whether clients may have a document kept, to send its hash alone later (automatic persisted queries). */
    @WithDefault("true")
    boolean automatic();

    /** Characters of all documents kept for clients together; those used least make room. */
    @WithDefault("16777216")
    long maxAutomaticCharacters();

    /** File with the trusted documents: Apollo's persisted query manifest, or a JSON object of ids and documents. */
    Optional<Path> manifest();

    /** Whether trusted documents alone are run. */
    @WithDefault("false")
    boolean trustedOnly();

    /** Realm roles whose holders may send documents of their own all the same. */
    Optional<Set<String>> adHocRoles();
}
