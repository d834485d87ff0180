/**
 * Decides which entity, if any, an occurrence of an alias stands for, and how surely.
 *
 * <p>Plain Java. Knows {@code tagging} and {@code text}; neither storage nor the feed.
 */
@NullMarked
package org.khabar.entity.linking;

import org.jspecify.annotations.NullMarked;
