/**
 * Where articles mention entities: follows the article feed, tags and links what it brings, stores the mentions and
 * answers for them over GraphQL.
 *
 * <p>Knows {@code catalogue}, {@code linking}, {@code tagging} and {@code text}, the log of {@code mentionfeed}, and the
 * article feed's form; nothing else of the article service.
 */
@NullMarked
package org.khabar.entity.mention;

import org.jspecify.annotations.NullMarked;
