package org.khabar.gateway.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;

/** What spans say; the names without a prefix of ours are OpenTelemetry's semantic conventions. */
final class SpanKeys {
    static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("graphql.operation.type");
    static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("graphql.operation.name");
    static final AttributeKey<String> DOCUMENT = AttributeKey.stringKey("graphql.document");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("khabar.gateway.request.id");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("khabar.gateway.outcome");
    static final AttributeKey<Boolean> FOUND = AttributeKey.booleanKey("khabar.gateway.plan.found");
    static final AttributeKey<Long> FETCHES = AttributeKey.longKey("khabar.gateway.plan.fetches");
    static final AttributeKey<String> SUBGRAPH = AttributeKey.stringKey("khabar.gateway.subgraph");
    static final AttributeKey<String> KIND = AttributeKey.stringKey("khabar.gateway.fetch.kind");
    static final AttributeKey<List<String>> PATHS = AttributeKey.stringArrayKey("khabar.gateway.fetch.paths");
    static final AttributeKey<Long> REPRESENTATIONS = AttributeKey.longKey("khabar.gateway.fetch.representations");
    static final AttributeKey<Long> OBJECTS = AttributeKey.longKey("khabar.gateway.fetch.objects");
    static final AttributeKey<String> SENT = AttributeKey.stringKey("khabar.gateway.fetch.sent");
    static final AttributeKey<Long> NODES = AttributeKey.longKey("khabar.gateway.fetch.nodes");
    static final AttributeKey<Boolean> JOINED = AttributeKey.booleanKey("khabar.gateway.fetch.joined");
    static final AttributeKey<Long> TURN = AttributeKey.longKey("khabar.gateway.fetch.turn");
    static final AttributeKey<Long> RETRIES = AttributeKey.longKey("khabar.gateway.fetch.retries");
    static final AttributeKey<Long> ANSWER_BYTES = AttributeKey.longKey("khabar.gateway.fetch.answer.bytes");

    private SpanKeys() {}

    /** Ends a span with an outcome; whatever is not {@code OK} is an error, by its code alone. */
    static void end(Span span, String outcome) {
        span.setAttribute(OUTCOME, outcome);
        if (!outcome.equals("OK")) {
            span.setAttribute(ERROR_TYPE, outcome);
            span.setStatus(StatusCode.ERROR, outcome);
        }
        span.end();
    }
}
