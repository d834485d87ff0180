package org.khabar.article.subject;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which subjects are known by name. */
@ConfigMapping(prefix = "khabar.subjects")
public interface SubjectConfig {

    /**
     * The IPTC's own file of media topics, as its server gives it in JSON, in the place of the few that come with the
     * service. Read at the start.
     */
    Optional<Path> vocabulary();
}
