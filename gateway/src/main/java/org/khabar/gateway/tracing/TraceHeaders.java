package org.khabar.gateway.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers {@code traceparent} and {@code tracestate} of the W3C's Trace Context. */
final class TraceHeaders {
    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    private TraceHeaders() {}

    /** The trace that whoever asks is in. */
    static Context read(Map<String, String> headers) {
        return W3C.extract(Context.root(), headers, Getter.ONLY);
    }

    /** The headers with a trace in place of the one that they had. */
    static Map<String, String> write(Context context, Map<String, String> headers) {
        Map<String, String> own = new HashMap<>(headers);
        W3C.fields().forEach(own::remove);
        W3C.inject(context, own, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.put(name, value);
            }
        });
        return own;
    }

    private enum Getter implements TextMapGetter<Map<String, String>> {
        ONLY;

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String name) {
            return carrier == null ? null : carrier.get(name);
        }
    }
}
