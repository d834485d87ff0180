package org.khabar.gateway.http;

import io.vertx.core.http.HttpClient;
import java.time.Duration;

/**
 * How one subgraph is called. Nothing of it is shared with others, so that a subgraph that hangs keeps nobody else from
 * being asked.
 *
 * @param client its connections, and the queue before them
 * @param timeout how long a call may take
 * @param retries how many calls may be repeated
 * @param circuit whether it is called at all
 */
record SubgraphLink(HttpClient client, Duration timeout, RetryBudget retries, Circuit circuit) {}
