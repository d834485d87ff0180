package org.khabar.gateway.http;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Keeps the spans of a gateway whose traces are on. */
final class SpanCollector {
    @Produces
    @Singleton
    static InMemorySpanExporter spans() {
        return InMemorySpanExporter.create();
    }

    @Produces
    @Singleton
    static SpanProcessor processor(InMemorySpanExporter spans) {
        return SimpleSpanProcessor.create(spans);
    }
}
