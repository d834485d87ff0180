package org.khabar.gateway.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import org.khabar.gateway.execute.FetchObserver;
import org.khabar.gateway.execute.RunObserver;
import org.khabar.gateway.execute.SentFetch;
import org.khabar.gateway.plan.QueryPlan;

/** Gives each request to a subgraph a span below the operation's. */
final class RunSpans implements RunObserver {
    private final Tracer tracer;
    private final Context operation;
    private final Map<Integer, List<String>> paths;

    RunSpans(Tracer tracer, Context operation, QueryPlan plan) {
        this.tracer = tracer;
        this.operation = operation;
        this.paths = plan.fetchPaths();
    }

    @Override
    public FetchObserver sending(SentFetch fetch) {
        Span span = tracer.spanBuilder(kind(fetch) + " " + fetch.subgraph())
                .setSpanKind(SpanKind.CLIENT)
                .setParent(operation)
                .setAttribute(SpanKeys.SUBGRAPH, fetch.subgraph())
                .setAttribute(SpanKeys.PATHS, paths(fetch))
                .setAttribute(SpanKeys.REPRESENTATIONS, (long) fetch.representations())
                .setAttribute(SpanKeys.TURN, (long) fetch.turn())
                .startSpan();
        return new FetchSpan(span, operation.with(span));
    }

    private static String kind(SentFetch fetch) {
        if (fetch.fetches().size() > 1) {
            return "batch";
        }
        return fetch.fetches().getFirst().isEntityFetch() ? "entities" : "fetch";
    }

    private List<String> paths(SentFetch fetch) {
        return fetch.fetches().stream()
                .flatMap(node -> paths.getOrDefault(node.id(), List.of()).stream())
                .toList();
    }
}
