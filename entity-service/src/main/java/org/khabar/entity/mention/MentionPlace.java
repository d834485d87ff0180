package org.khabar.entity.mention;

import java.util.UUID;

/**
 * Where a mention begins.
 *
 * @param block index of the block in the article's blocks
 * @param start in the block's text, in UTF-16 code units
 */
public record MentionPlace(UUID article, int block, int start) {}
