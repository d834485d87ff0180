/**
 * What somebody types to search, read as words, phrases, alternatives and exclusions. Plain Java; must know neither the
 * database nor its language for queries.
 */
@NullMarked
package org.khabar.article.search.query;

import org.jspecify.annotations.NullMarked;
