package org.khabar.entity.mention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of annotating a text on request. */
@ConfigMapping(prefix = "khabar.annotate")
public interface AnnotationConfig {

    /** The longest text, in UTF-16 code units. */
    @WithDefault("50000")
    int maxLength();
}
