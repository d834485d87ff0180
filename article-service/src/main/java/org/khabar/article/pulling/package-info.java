/**
 * Pulls outlets' feeds on a schedule and stores what they list. State is in the database, so that one replica pulls a feed at
 * a time and a killed one loses nothing. Connects to nothing but public addresses of hosts that an admin allowed.
 */
@NullMarked
package org.khabar.article.pulling;

import org.jspecify.annotations.NullMarked;
