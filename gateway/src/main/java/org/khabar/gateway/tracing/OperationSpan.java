package org.khabar.gateway.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.RunObserver;
import org.khabar.gateway.http.OperationTrace;
import org.khabar.gateway.plan.QueryPlan;

/**
 * The span of one operation. Its name is the operation's kind, for names of operations are the clients' and without
 * bound.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/graphql/graphql-spans/">Semantic conventions</a>
 */
final class OperationSpan implements OperationTrace {
    private static final int LONGEST_NAME = 100;

    private final Tracer tracer;
    private final Span span;
    private final Context context;
    private final Map<String, String> forwarded;
    private final boolean showsDocument;
    private @Nullable Span preparing;
    private boolean over;

    OperationSpan(Tracer tracer, Span span, Context context, Map<String, String> forwarded, boolean showsDocument) {
        this.tracer = tracer;
        this.span = span;
        this.context = context;
        this.forwarded = forwarded;
        this.showsDocument = showsDocument;
        String requestId = forwarded.get("X-Request-Id");
        if (requestId != null) {
            span.setAttribute(SpanKeys.REQUEST_ID, requestId);
        }
    }

    @Override
    public void preparing(String document) {
        preparing = tracer.spanBuilder("prepare").setParent(context).startSpan();
        if (showsDocument) {
            span.setAttribute(SpanKeys.DOCUMENT, document);
        }
    }

    @Override
    public void prepared(QueryPlan plan, @Nullable String name, boolean found) {
        String type = plan.operation().name().toLowerCase(Locale.ROOT);
        span.updateName(type);
        span.setAttribute(SpanKeys.OPERATION_TYPE, type);
        span.setAttribute(SpanKeys.FETCHES, plan.fetchCount());
        if (name != null) {
            span.setAttribute(SpanKeys.OPERATION_NAME, name.substring(0, Math.min(LONGEST_NAME, name.length())));
        }
        Span open = preparing;
        if (open != null) {
            preparing = null;
            open.setAttribute(SpanKeys.FOUND, found);
            SpanKeys.end(open, "OK");
        }
    }

    @Override
    public Map<String, String> headers() {
        return TraceHeaders.write(context, forwarded);
    }

    @Override
    public @Nullable RunObserver observer(QueryPlan plan) {
        return span.isRecording() ? new RunSpans(tracer, context, plan) : null;
    }

    @Override
    public void ended(String outcome) {
        if (over) {
            return;
        }
        over = true;
        if (preparing != null) {
            SpanKeys.end(preparing, outcome);
        }
        SpanKeys.end(span, outcome);
    }
}
