package org.khabar.gateway.live;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Steps that may end on any thread, or break at once: what comes of them goes on on one event loop. */
final class OnLoop {
    private OnLoop() {}

    /**
     * Takes a step.
     *
     * @param step what is to be waited for
     * @param done is given what came of it, on the loop and never before this returns
     * @param failed is given why nothing came of it, on the loop, be it that the step could not even be taken
     */
    static <T> void then(
            Context loop, Supplier<Uni<? extends T>> step, Consumer<? super T> done, Consumer<Throwable> failed) {
        Uni.createFrom()
                .<T>deferred(step)
                .subscribe()
                .with(
                        value -> loop.runOnContext(_ -> done.accept(value)),
                        failure -> loop.runOnContext(_ -> failed.accept(failure)));
    }
}
