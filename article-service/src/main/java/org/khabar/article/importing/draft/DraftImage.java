package org.khabar.article.importing.draft;

import org.jspecify.annotations.Nullable;

/**
 * An image of a draft: where it is, not its bytes.
 *
 * @param url absolute http or https
 * @param block the index of the block that stands for it in the text, null for the image above or beside the text
 */
public record DraftImage(
        String url,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable Integer block) {}
