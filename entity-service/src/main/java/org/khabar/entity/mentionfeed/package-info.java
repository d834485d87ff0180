/**
 * The mention feed: tells followers which entities an article mentions, whenever that changes. Knows the stored mentions
 * as tables; who finds mentions tells its {@link org.khabar.entity.mentionfeed.MentionFeedLog} of each change.
 */
@NullMarked
package org.khabar.entity.mentionfeed;

import org.jspecify.annotations.NullMarked;
