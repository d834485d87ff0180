package org.khabar.entity.failure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of what is said of failures. */
@ConfigMapping(prefix = "khabar.errors")
public interface FailureConfig {

    /** Errors of one answer; further ones are left out. */
    @WithDefault("100")
    int max();
}
