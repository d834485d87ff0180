package org.khabar.entity.mention;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.khabar.entity.failure.RequestFailure;

/** Who waits for what, each at a pace of its own. Safe for use by several threads. */
final class Subscribers<T> {

    private final int limit;
    private final int maxWaiting;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<MultiEmitter<? super T>, Predicate<T>> wanted = new ConcurrentHashMap<>();

    /**
     * @param limit how many there may be
     * @param maxWaiting what may wait for one of them
     */
    Subscribers(int limit, int maxWaiting) {
        this.limit = limit;
        this.maxWaiting = maxWaiting;
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** Whether anybody wants it. */
    boolean want(T item) {
        return wanted.values().stream().anyMatch(wants -> wants.test(item));
    }

    /** Hands it to all who want it. */
    void publish(T item) {
        wanted.forEach((emitter, wants) -> {
            if (wants.test(item)) {
                emitter.emit(item);
            }
        });
    }

    /**
     * One more.
     *
     * @param wants what it waits for
     * @param joined is run when it is in
     */
    Multi<T> join(Predicate<T> wants, Runnable joined) {
        return Multi.createFrom()
                .<T>emitter(emitter -> enter(emitter, wants, joined), maxWaiting)
                .emitOn(Infrastructure.getDefaultExecutor(), 1)
                .onFailure(failure -> !(failure instanceof RequestFailure))
                .transform(full ->
                        RequestFailure.limitExceeded("More than %d events waited to be taken.".formatted(maxWaiting)));
    }

    private void enter(MultiEmitter<? super T> emitter, Predicate<T> wants, Runnable joined) {
        if (count.incrementAndGet() > limit) {
            count.decrementAndGet();
            emitter.fail(RequestFailure.limitExceeded("There are too many subscriptions; come back later."));
            return;
        }
        wanted.put(emitter, wants);
        emitter.onTermination(() -> {
            if (wanted.remove(emitter) != null) {
                count.decrementAndGet();
            }
        });
        joined.run();
    }
}
