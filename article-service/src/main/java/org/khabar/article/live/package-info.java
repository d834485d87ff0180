/**
 * Articles as they are published, over GraphQL subscriptions. One follower of the change feed tells all subscribers of
 * this replica, so that it does not matter where an article came in.
 */
@NullMarked
package org.khabar.article.live;

import org.jspecify.annotations.NullMarked;
