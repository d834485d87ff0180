package org.khabar.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Who may ask for the schema itself. */
@ConfigMapping(prefix = "khabar.gateway.introspection")
public interface IntrospectionConfig {

    /**
     * Roles whose holders may select {@code __schema} and {@code __type}. {@code anonymous} stands for callers without a
     * token, who are not let in by the role that they are served as. Empty for nobody.
     */
    @WithDefault("admin,editor,moderator,partner,service")
    Optional<Set<String>> roles();
}
