/**
 * The registry of outlets: names by language, time zone, country, and the spellings and hosts they are recognised by.
 * Knows nothing of articles.
 */
@NullMarked
package org.khabar.article.outlet;

import org.jspecify.annotations.NullMarked;
