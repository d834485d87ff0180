package org.khabar.entity.review;

import org.jspecify.annotations.Nullable;
import org.khabar.entity.mention.MentionPlace;

/**
 * An item of the queue.
 *
 * @param placeCount how many places a decision is about
 * @param candidate the id of a name that the catalogue lacks; null for a mention
 * @param mention the mention that is least sure; null for such a name
 */
record ReviewRow(
        RankPosition position,
        ReviewKind kind,
        String name,
        int placeCount,
        @Nullable Long candidate,
        @Nullable MentionPlace mention) {}
