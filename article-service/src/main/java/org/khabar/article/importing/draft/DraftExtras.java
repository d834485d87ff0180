package org.khabar.article.importing.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only some forms of pages say of an article.
 *
 * @param url what the page calls its own address: absolute http or https, null when it calls nothing so
 * @param updatedAt when the page says it was last changed
 * @param images in the page's order
 */
public record DraftExtras(@Nullable String url, @Nullable Instant updatedAt, List<DraftImage> images) {

    /** Of a page that says nothing but its text. */
    public static final DraftExtras NONE = new DraftExtras(null, null, List.of());

    public DraftExtras {
        images = List.copyOf(images);
    }
}
