/**
 * The registry of outlets: names by language, time zone, country, feeds, and the spellings and hosts they are recognised
 * by; and how admins add and revise them. Knows nothing of articles.
 */
@NullMarked
package org.khabar.article.outlet;

import org.jspecify.annotations.NullMarked;
