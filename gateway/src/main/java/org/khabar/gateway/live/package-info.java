/**
 * Subscriptions: clients over WebSocket ({@code graphql-transport-ws}) and server-sent events ({@code graphql-sse}),
 * events from subgraphs over WebSocket. Each connection lives on one event loop, which alone touches its state; nothing
 * blocks.
 *
 * <p>Knows how operations are admitted and run, and nothing of how they are planned.
 */
@NullMarked
package org.khabar.gateway.live;

import org.jspecify.annotations.NullMarked;
