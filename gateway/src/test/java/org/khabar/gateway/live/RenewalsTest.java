package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.security.Caller;
import org.khabar.gateway.security.UnauthenticatedException;

@Timeout(30)
class RenewalsTest {
    private static final Caller CALLER =
            new Caller("address:192.0.2.1", false, Set.of("reader"), Set.of(), Set.of(), "Bearer one", null);

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final Session session = new Session(loop, CALLER, CALLER.id(), Map.of());
    private final AtomicInteger asked = new AtomicInteger();
    private final CompletableFuture<Object> heard = new CompletableFuture<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Renewals renewals(String patience, Supplier<Uni<? extends Caller>> step) {
        LiveConfig config = new SmallRyeConfigBuilder()
                .withMapping(LiveConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "khabar.gateway.live.first-reconnect", "5ms",
                                "khabar.gateway.live.longest-reconnect", "20ms",
                                "khabar.gateway.live.reconnect-for", patience),
                        "test",
                        500))
                .build()
                .getConfigMapping(LiveConfig.class);
        return new Renewals(session, vertx, config, () -> {
            asked.incrementAndGet();
            return step.get();
        });
    }

    /** What is heard of a token: the caller who has it, or the code of an error; always on the session's loop. */
    private Object renewed(Renewals renewals) throws Exception {
        session.run(() -> renewals.renew(this::hear, this::hearCode));
        return heard.get(20, TimeUnit.SECONDS);
    }

    private void hearCode(ExecutionError error) {
        hear(String.valueOf(error.extensions().get("code")));
    }

    private void hear(Object what) {
        heard.complete(Vertx.currentContext() == loop ? what : "on " + Thread.currentThread());
    }

    @Test
    void aTokenThatComesOnAnotherThreadIsHeardOfOnTheLoop() throws Exception {
        CompletableFuture<Caller> coming = new CompletableFuture<>();
        Renewals renewals = renewals("10s", () -> Uni.createFrom().completionStage(coming));
        Thread.ofVirtual().start(() -> coming.complete(CALLER));

        assertThat(renewed(renewals)).isEqualTo(CALLER);
    }

    @Test
    void aStepThatBreaksAtOnceIsTakenAgain() throws Exception {
        Renewals renewals = renewals("10s", () -> {
            if (asked.get() < 3) {
                throw new IllegalStateException("broken");
            }
            return Uni.createFrom().item(CALLER);
        });

        assertThat(renewed(renewals)).isEqualTo(CALLER);
        assertThat(asked).hasValue(3);
    }

    @Test
    void nobodyIsWaitedForForEver() throws Exception {
        Renewals renewals = renewals("50ms", () -> Uni.createFrom().failure(new IOException("away")));

        assertThat(renewed(renewals)).isEqualTo("SUBGRAPH_UNAVAILABLE");
        assertThat(asked.get()).isGreaterThan(2);
    }

    @Test
    void aTokenThatHasEndedIsSaidAtOnce() throws Exception {
        Renewals renewals = renewals("10s", () -> Uni.createFrom().failure(UnauthenticatedException.expired()));

        assertThat(renewed(renewals)).isEqualTo("UNAUTHENTICATED");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoHasStoppedHearsNoMore() throws Exception {
        CompletableFuture<Caller> coming = new CompletableFuture<>();
        Renewals renewals = renewals("10s", () -> Uni.createFrom().completionStage(coming));
        session.run(() -> {
            renewals.renew(this::hear, this::hearCode);
            renewals.stop();
            coming.complete(CALLER);
            session.run(() -> session.run(() -> hear("nothing")));
        });

        assertThat(heard.get(20, TimeUnit.SECONDS)).isEqualTo("nothing");
    }
}
