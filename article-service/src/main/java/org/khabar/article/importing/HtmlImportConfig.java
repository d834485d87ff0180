package org.khabar.article.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of imports of HTML. */
@ConfigMapping(prefix = "khabar.importing.html")
public interface HtmlImportConfig {

    /** The largest HTML page, in bytes. Reading stops there. */
    @WithDefault("3145728")
    int maxBytes();

    /** The most tags that a page may open. */
    @WithDefault("60000")
    int maxTags();

    /** How deep elements are read as nested; what is nested deeper counts as lying that deep. */
    @WithDefault("400")
    int maxDepth();
}
