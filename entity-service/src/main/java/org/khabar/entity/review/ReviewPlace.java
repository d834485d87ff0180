package org.khabar.entity.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in an article that there is something to decide about.
 *
 * @param key the name as it is looked up, in any spelling
 * @param entity the entity of a mention; null for a name that the catalogue lacks
 * @param subject the entity's id, or the type that a name seems to be of
 * @param name the block's text there
 * @param start in the block's text, in UTF-16 code units
 * @param doubt how likely a decision changes something here, in thousandths
 */
record ReviewPlace(
        ReviewKind kind,
        String key,
        @Nullable UUID entity,
        String subject,
        String name,
        int block,
        int start,
        int doubt) {}
