package org.khabar.gateway.live;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.http.AdmittedOperation;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.http.Refusal;

/**
 * What ends a subscription though nothing is wrong with it: the end of its token, its age, and another schema by which it
 * would bring something else.
 */
final class Lifetime implements SchemaWatch.Subject<AdmittedOperation> {
    private final EventRun run;
    private final Session session;
    private final Vertx vertx;
    private final OperationGate gate;
    private final SchemaChanges changes;
    private final LiveConfig config;
    private final SchemaWatch<AdmittedOperation> schema;
    private long expiry = -1;
    private long age = -1;

    Lifetime(EventRun run, Session session, Vertx vertx, OperationGate gate, SchemaChanges changes, LiveConfig config) {
        this.run = run;
        this.session = session;
        this.vertx = vertx;
        this.gate = gate;
        this.changes = changes;
        this.config = config;
        this.schema = new SchemaWatch<>(vertx, session, this, changes::pause);
    }

    /** It has begun. */
    void begin() {
        Instant end = session.caller().expiresAt();
        if (end != null) {
            long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
            expiry = vertx.setTimer(
                    left, _ -> session.run(() -> run.fail(error("The token expired", "UNAUTHENTICATED"))));
        }
        long longest = config.maxSubscriptionAge().toMillis();
        if (longest > 0) {
            long sooner = ThreadLocalRandom.current().nextLong(longest / 10 + 1);
            age = vertx.setTimer(
                    Math.max(1, longest - sooner),
                    _ -> session.run(() ->
                            run.end(error("The subscription has grown old: subscribe again", "SUBSCRIPTION_EXPIRED"))));
        }
        changes.add(this);
        if (isOutdated()) {
            lookAgainAfter(changes.pause());
        }
    }

    /** It is over. */
    void end() {
        changes.remove(this);
        schema.end();
        vertx.cancelTimer(expiry);
        vertx.cancelTimer(age);
    }

    /**
     * Has it found out after a while whether it is the same by the schema that is served then. Called on any thread.
     *
     * @param pause milliseconds
     */
    void lookAgainAfter(long pause) {
        schema.lookAfter(pause);
    }

    @Override
    public boolean isOutdated() {
        return gate.isOutdated(run.operation());
    }

    @Override
    public Future<AdmittedOperation> renew() {
        return gate.renew(run.operation(), session.caller());
    }

    @Override
    public boolean take(AsyncResult<AdmittedOperation> renewed) {
        if (renewed.failed() && Refusal.of(renewed.cause()).isForNow()) {
            return false;
        }
        if (renewed.succeeded() && run.operation().isAnsweredLike(renewed.result())) {
            run.become(renewed.result());
        } else {
            run.end(error(
                    "The schema has changed, and what the subscription brings with it: subscribe again",
                    "SCHEMA_CHANGED"));
        }
        return true;
    }

    private static ExecutionError error(String message, String code) {
        return ExecutionError.of(message, code, null);
    }
}
