package org.khabar.gateway.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.khabar.gateway.execute.FetchObserver;

/** The span of one request to a subgraph. */
final class FetchSpan implements FetchObserver {
    private final Span span;
    private final Context context;
    private final AtomicInteger retries = new AtomicInteger();

    FetchSpan(Span span, Context context) {
        this.span = span;
        this.context = context;
    }

    @Override
    public Map<String, String> headers(Map<String, String> forwarded) {
        return TraceHeaders.write(context, forwarded);
    }

    @Override
    public void joined() {
        span.setAttribute(SpanKeys.JOINED, true);
    }

    @Override
    public void repeated() {
        retries.incrementAndGet();
        span.addEvent("repeated");
    }

    @Override
    public void ended(String outcome, int answerBytes) {
        span.setAttribute(SpanKeys.RETRIES, retries.get());
        span.setAttribute(SpanKeys.ANSWER_BYTES, answerBytes);
        SpanKeys.end(span, outcome);
    }
}
