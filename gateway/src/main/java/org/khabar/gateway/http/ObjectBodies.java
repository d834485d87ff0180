package org.khabar.gateway.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.memory.MemoryShare;

/** Reads the JSON objects that requests to event streams have as their bodies, within the bounds of all bodies. */
@Singleton
public final class ObjectBodies {
    private final int maxBytes;
    private final Duration timeout;
    private final RequestReader reader;

    ObjectBodies(GuardConfig limits, HttpConfig config) {
        this.maxBytes = limits.maxBodyBytes();
        this.timeout = config.bodyTimeout();
        this.reader = new RequestReader(limits.maxJsonDepth(), 1);
    }

    /**
     * Reads the body of a request that is paused, on its event loop.
     *
     * @param memory where room is taken for it and for what it is read into; closed with the request at the latest
     * @param taken gets the object, and may close the memory once that is counted elsewhere
     * @param left is run, once or more often, when there is none, be it that the client is gone
     * @param refused is told why there is none; {@link Refusal#of} explains it
     */
    public void read(
            RoutingContext context,
            MemoryShare memory,
            Consumer<Map<?, ?>> taken,
            Runnable left,
            Consumer<? super RuntimeException> refused) {
        Reading reading = new Reading(new RequestBody(context, maxBytes, memory), taken, refused);
        RequestEnd.then(context, () -> {
            reading.body.drop();
            memory.close();
            if (!reading.isTaken) {
                left.run();
            }
        });
        reading.body.read(timeout, reading::take, refused);
    }

    /** Whoever took the object has what else there is to it; every other request ends without one. */
    private final class Reading {
        private final RequestBody body;
        private final Consumer<Map<?, ?>> taken;
        private final Consumer<? super RuntimeException> refused;
        private boolean isTaken;

        Reading(RequestBody body, Consumer<Map<?, ?>> taken, Consumer<? super RuntimeException> refused) {
            this.body = body;
            this.taken = taken;
            this.refused = refused;
        }

        void take() {
            Map<?, ?> object;
            try {
                object = reader.object(body);
            } catch (RequestException refusal) {
                refused.accept(refusal);
                return;
            }
            isTaken = true;
            taken.accept(object);
        }
    }
}
