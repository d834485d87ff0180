package org.khabar.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request in the access log. It says what was asked by the operation's name, never who asked, by which token, with
 * which variables or in which words.
 */
final class AccessEntry {
    static final Logger LOG = Logger.getLogger("org.khabar.gateway.access");
    private static final int LONGEST_NAME = 100;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final RoutingContext context;
    private final String id;
    private final long startedAt = System.nanoTime();
    private final List<Answered> answers = new ArrayList<>();

    AccessEntry(RoutingContext context) {
        this.context = context;
        this.id = RequestId.of(context.request());
    }

    void answered(Answered answer) {
        answers.add(answer);
    }

    void write() {
        boolean isAnswered = !answers.isEmpty();
        LOG.infof(
                "method=%s status=%s kind=%s operation=%s outcome=%s ms=%s fetches=%d bytes=%d requests=%d request=%s",
                method(),
                isAnswered ? String.valueOf(context.response().getStatusCode()) : "-",
                kind(),
                operation(),
                isAnswered ? outcome() : "CANCELLED",
                millisSince(startedAt),
                answers.stream().mapToInt(AccessEntry::fetches).sum(),
                context.response().bytesWritten(),
                answers.size(),
                id);
    }

    /** Methods can be words of the client's own. */
    private String method() {
        HttpMethod method = context.request().method();
        return HttpMethod.values().contains(method) ? method.name() : "other";
    }

    private String kind() {
        if (answers.size() > 1) {
            return "batch";
        }
        return answers.stream().findFirst().map(AccessEntry::kind).orElse("-");
    }

    private static String kind(Answered answer) {
        PreparedOperation operation = operation(answer);
        return operation == null ? "-" : operation.plan().operation().name().toLowerCase(Locale.ROOT);
    }

    private String operation() {
        PreparedOperation only = answers.size() == 1 ? operation(answers.getFirst()) : null;
        return name(only == null ? null : only.analysed().operation().getName());
    }

    /** An operation's name as lines have it. */
    static String name(@Nullable String name) {
        return name == null ? "-" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    static String millisSince(long startedAt) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - startedAt) / NANOS_PER_MILLI);
    }

    private String outcome() {
        return answers.stream()
                .map(Answered::outcome)
                .filter(outcome -> !outcome.equals("OK"))
                .findFirst()
                .orElse("OK");
    }

    private static int fetches(Answered answer) {
        return switch (answer) {
            case Answered.Executed executed -> executed.fetches();
            case Answered.InParts parts -> parts.fetches().getAsInt();
            case Answered.Delivered delivered -> delivered.fetches();
            case Answered.Planned _, Answered.Refused _ -> 0;
        };
    }

    /** What was run; null when nothing was. */
    private static @Nullable PreparedOperation operation(Answered answer) {
        return switch (answer) {
            case Answered.Executed executed -> executed.operation();
            case Answered.InParts parts -> parts.operation();
            case Answered.Delivered delivered -> delivered.operation();
            case Answered.Planned _, Answered.Refused _ -> null;
        };
    }
}
