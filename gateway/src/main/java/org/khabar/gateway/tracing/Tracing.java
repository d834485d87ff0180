package org.khabar.gateway.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.http.OperationTrace;
import org.khabar.gateway.http.OperationTracer;

/** Begins the spans of operations, unless traces are off. */
@Singleton
public final class Tracing implements OperationTracer {
    private final @Nullable Tracer tracer;
    private final boolean showsDocuments;
    private final boolean trustsClients;

    Tracing(
            OpenTelemetry openTelemetry,
            TracingConfig config,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isOff) {
        this.tracer = isOff ? null : openTelemetry.getTracer("org.khabar.gateway");
        this.showsDocuments = config.document();
        this.trustsClients = config.trustClients();
    }

    @Override
    public @Nullable OperationTrace begin(Map<String, String> forwarded) {
        if (tracer == null) {
            return null;
        }
        Context clients = TraceHeaders.read(forwarded);
        Context parent = trustsClients ? clients : Context.root();
        SpanBuilder span = tracer.spanBuilder("GraphQL Operation")
                .setSpanKind(SpanKind.SERVER)
                .setParent(parent);
        if (!trustsClients) {
            span.addLink(Span.fromContext(clients).getSpanContext());
        }
        Span started = span.startSpan();
        return new OperationSpan(tracer, started, parent.with(started), forwarded, showsDocuments);
    }
}
