/**
 * GraphQL over HTTP, without blocking: reads requests by the GraphQL-over-HTTP specification, has them guarded,
 * planned and run, and answers. Also the way out: requests to subgraphs.
 *
 * <p>Knows HTTP and the other packages' entry points; holds no rule of federation.
 */
@NullMarked
package org.khabar.gateway.http;

import org.jspecify.annotations.NullMarked;
