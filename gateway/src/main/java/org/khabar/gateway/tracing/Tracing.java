package org.khabar.gateway.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
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

    Tracing(
            OpenTelemetry openTelemetry,
            TracingConfig config,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isOff) {
        this.tracer = isOff ? null : openTelemetry.getTracer("org.khabar.gateway");
        this.showsDocuments = config.document();
    }

    @Override
    public @Nullable OperationTrace begin(Map<String, String> forwarded) {
        if (tracer == null) {
            return null;
        }
        Context parent = TraceHeaders.read(forwarded);
        Span span = tracer.spanBuilder("GraphQL Operation")
                .setSpanKind(SpanKind.SERVER)
                .setParent(parent)
                .startSpan();
        return new OperationSpan(tracer, span, parent.with(span), forwarded, showsDocuments);
    }
}
