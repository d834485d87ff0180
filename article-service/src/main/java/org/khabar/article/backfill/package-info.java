/**
 * Work on stored articles that a new version brings along and that would hold up a start: it is done once, in the background,
 * by one replica at a time, goes on where a killed one left it, and past an article that fails. Knows no feature's work.
 */
@NullMarked
package org.khabar.article.backfill;

import org.jspecify.annotations.NullMarked;
