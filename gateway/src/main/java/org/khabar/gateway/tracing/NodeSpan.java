package org.khabar.gateway.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import org.khabar.gateway.execute.SentFetch;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/** The span of one fetch of the plan. Whatever is sent for it may be sent by several threads. */
final class NodeSpan {
    private final FetchNode fetch;
    private final Span span;
    private final Context context;
    private long representations;
    private long objects;
    private String sent = "skipped";

    NodeSpan(FetchNode fetch, Span span, Context context) {
        this.fetch = fetch;
        this.span = span;
        this.context = context;
    }

    /** What is below it. */
    Context context() {
        return context;
    }

    /** A request goes out for it alone. */
    synchronized void sent(SentFetch request) {
        count(request);
        if (request.turn() == 0) {
            sent = "alone";
        }
    }

    /** A request goes out for it and others, which cannot be below all of them. */
    synchronized void sentTogether(SentFetch request, SpanContext span) {
        count(request);
        sent = "together";
        this.span.addLink(span);
    }

    /** What is asked for once more was counted. */
    private void count(SentFetch request) {
        if (request.turn() == 0) {
            representations += request.representations(fetch);
            objects += request.objects(fetch);
        }
    }

    synchronized void end(String outcome) {
        span.setAttribute(SpanKeys.SENT, sent);
        span.setAttribute(SpanKeys.REPRESENTATIONS, representations);
        span.setAttribute(SpanKeys.OBJECTS, objects);
        SpanKeys.end(span, outcome);
    }
}
