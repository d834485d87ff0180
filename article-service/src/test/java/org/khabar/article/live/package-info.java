/** Subscriptions of the whole service, with PostgreSQL behind it. */
@NullMarked
package org.khabar.article.live;

import org.jspecify.annotations.NullMarked;
