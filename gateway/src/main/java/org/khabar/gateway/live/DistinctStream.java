package org.khabar.gateway.live;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.http.AnswerDeadline;

/** An event stream of one operation: graphql-sse's distinct connections mode. */
final class DistinctStream implements Sink {
    private final EventStream stream;
    private @Nullable Running running;

    DistinctStream(Session session, RoutingContext context, LiveConfig config, AnswerDeadline deadline) {
        this.stream = EventStream.open(context, session, config, deadline, this::drained, this::cancel);
    }

    void run(Running operation) {
        running = operation;
        operation.start();
    }

    @Override
    public void next(ExecutionResult answer, Runnable taken) {
        stream.send("next", EventBody.of(answer), taken);
    }

    @Override
    public String transport() {
        return "sse";
    }

    /** The protocol knows no errors beside answers. */
    @Override
    public void fail(List<ExecutionError> errors) {
        stream.send("next", EventBody.of(errors), () -> {});
        complete();
    }

    @Override
    public void complete() {
        running = null;
        stream.send("complete", null, () -> {});
        stream.end();
    }

    @Override
    public boolean isFull() {
        return stream.isFull();
    }

    /** A stream that ends without being completed is asked for again. */
    void leave() {
        cancel();
        stream.end();
    }

    private void drained() {
        Running open = running;
        if (open != null) {
            open.drained();
        }
    }

    private void cancel() {
        Running open = running;
        running = null;
        if (open != null) {
            open.cancel();
        }
    }
}
