/** Subscriptions, in front of a subgraph that tests steer. */
@NullMarked
package org.khabar.gateway.live;

import org.jspecify.annotations.NullMarked;
