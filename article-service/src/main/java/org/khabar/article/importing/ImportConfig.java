package org.khabar.article.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of imports. */
@ConfigMapping(prefix = "khabar.importing")
public interface ImportConfig {

    /** The largest page, in bytes of UTF-8. Reading stops there. */
    @WithDefault("1048576")
    int maxBytes();

    /** The most lines that are not blank that a page may have. */
    @WithDefault("10000")
    int maxLines();

    /** The longest headline, in UTF-16 code units. */
    @WithDefault("1000")
    int maxHeadlineLength();

    /** The most blocks that one article may have. */
    @WithDefault("5000")
    int maxBlocks();
}
