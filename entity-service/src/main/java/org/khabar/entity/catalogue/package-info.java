/**
 * The catalogue: entities with their names by language, typed aliases and external ids; its first filling from CLDR and
 * the curated files; its GraphQL types and queries.
 *
 * <p>Knows {@code text} and {@code tagging}'s vocabulary. Must not know of articles or mentions.
 */
@NullMarked
package org.khabar.entity.catalogue;

import org.jspecify.annotations.NullMarked;
