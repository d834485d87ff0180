package org.khabar.entity.mention;

import java.util.UUID;

/**
 * An article came to mention an entity.
 *
 * @param id its place among all such events
 */
record MentionEvent(long id, UUID article, UUID entity, int mentionCount, double salience) {}
