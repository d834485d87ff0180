/**
 * Traces by OpenTelemetry: a span for each operation, for its preparation, for each fetch of its plan and for each request
 * to a subgraph. The only package that knows OpenTelemetry; the others tell it what happens through
 * {@link org.khabar.gateway.http.OperationTracer} and {@link org.khabar.gateway.execute.RunObserver}. Spans are handed
 * their parents; nothing is kept on threads.
 *
 * <p>Tokens, variables and what subgraphs say never stand in a span, nor does the document unless that is wanted.
 */
@NullMarked
package org.khabar.gateway.tracing;

import org.jspecify.annotations.NullMarked;
