package org.khabar.gateway.live;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.LongSupplier;

/**
 * Finds out whether a subscription is the same by the schema that is served now. That takes a while, and another schema
 * may come meanwhile: what a look that is not the newest finds counts no more.
 *
 * @param <T> what the subscription becomes
 */
final class SchemaWatch<T> {

    /** A subscription that is looked at, on its session's event loop. */
    interface Subject<T> {

        /** Whether another schema is served than its own. */
        boolean isOutdated();

        /** The same by the schema that is served now. */
        Future<T> renew();

        /** Takes what came of that; false when it is to be looked at once more. */
        boolean take(AsyncResult<T> renewed);
    }

    private final Vertx vertx;
    private final Session session;
    private final Subject<T> subject;
    private final LongSupplier pauses;
    private long timer = -1;
    private int newest;
    private boolean isOver;

    /**
     * Nothing is looked at yet.
     *
     * @param pauses milliseconds until a look is tried again
     */
    SchemaWatch(Vertx vertx, Session session, Subject<T> subject, LongSupplier pauses) {
        this.vertx = vertx;
        this.session = session;
        this.subject = subject;
        this.pauses = pauses;
    }

    /**
     * Has the subscription looked at after a while. Called on any thread.
     *
     * @param pause milliseconds
     */
    void lookAfter(long pause) {
        session.run(() -> {
            if (!isOver) {
                vertx.cancelTimer(timer);
                timer = vertx.setTimer(pause, _ -> session.run(this::look));
            }
        });
    }

    private void look() {
        if (!isOver && subject.isOutdated()) {
            int own = ++newest;
            subject.renew().onComplete(renewed -> session.run(() -> settle(own, renewed)));
        }
    }

    private void settle(int look, AsyncResult<T> renewed) {
        if (!isOver && look == newest && !subject.take(renewed)) {
            lookAfter(pauses.getAsLong());
        }
    }

    /** It is over; on its session's event loop. */
    void end() {
        isOver = true;
        vertx.cancelTimer(timer);
    }
}
