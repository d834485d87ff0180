package org.khabar.gateway.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.khabar.gateway.execute.FetchObserver;
import org.khabar.gateway.execute.NodeObserver;
import org.khabar.gateway.execute.RunObserver;
import org.khabar.gateway.execute.SentFetch;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.QueryPlan;

/**
 * Gives each fetch of a plan that is run a span below the operation's, and each request to a subgraph one below that of
 * its fetch. A request for several fetches is below the operation, and linked from each of them.
 */
final class RunSpans implements RunObserver, NodeObserver {
    private final Tracer tracer;
    private final Context operation;
    private final Map<Integer, List<String>> paths;
    /** Of the fetches that have their turn, by their number in the plan. */
    private final Map<Integer, NodeSpan> open = new ConcurrentHashMap<>();

    RunSpans(Tracer tracer, Context operation, QueryPlan plan) {
        this.tracer = tracer;
        this.operation = operation;
        this.paths = plan.fetchPaths();
    }

    @Override
    public NodeObserver nodes() {
        return this;
    }

    @Override
    public void begun(FetchNode fetch) {
        String kind = fetch.isEntityFetch() ? "entities" : "fetch";
        Span span = tracer.spanBuilder(kind + " " + fetch.subgraph())
                .setParent(operation)
                .setAttribute(SpanKeys.SUBGRAPH, fetch.subgraph())
                .setAttribute(SpanKeys.KIND, kind)
                .setAttribute(SpanKeys.PATHS, paths.getOrDefault(fetch.id(), List.of()))
                .startSpan();
        open.put(fetch.id(), new NodeSpan(fetch, span, operation.with(span)));
    }

    @Override
    public void ended(FetchNode fetch, String outcome) {
        NodeSpan span = open.remove(fetch.id());
        if (span != null) {
            span.end(outcome);
        }
    }

    @Override
    public FetchObserver sending(SentFetch request) {
        List<FetchNode> fetches = request.fetches();
        List<NodeSpan> nodes = fetches.stream()
                .flatMap(fetch -> Stream.ofNullable(open.get(fetch.id())))
                .toList();
        Context parent = nodes.size() == 1 ? nodes.getFirst().context() : operation;
        Span span = tracer.spanBuilder("request " + request.subgraph())
                .setSpanKind(SpanKind.CLIENT)
                .setParent(parent)
                .setAttribute(SpanKeys.SUBGRAPH, request.subgraph())
                .setAttribute(SpanKeys.NODES, (long) fetches.size())
                .setAttribute(SpanKeys.REPRESENTATIONS, (long) request.representations())
                .setAttribute(SpanKeys.TURN, (long) request.turn())
                .startSpan();
        if (nodes.size() == 1) {
            nodes.getFirst().sent(request);
        } else {
            nodes.forEach(node -> node.sentTogether(request, span.getSpanContext()));
        }
        return new FetchSpan(span, parent.with(span));
    }
}
