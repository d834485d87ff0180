package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.security.Caller;

class SchemaWatchTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final Session session = new Session(
            loop,
            new Caller("account:a", true, Set.of("reader"), Set.of(), Set.of(), "Bearer one", null),
            "account:a",
            Map.of());
    private final List<Promise<String>> looks = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final SchemaWatch<String> watch = new SchemaWatch<>(vertx, session, new Subject(), () -> 1L);

    /** Outdated for good; a look is over when the test says so. */
    private final class Subject implements SchemaWatch.Subject<String> {
        @Override
        public boolean isOutdated() {
            return true;
        }

        @Override
        public Future<String> renew() {
            Promise<String> look = Promise.promise();
            looks.add(look);
            return look.future();
        }

        @Override
        public boolean take(AsyncResult<String> renewed) {
            taken.add(renewed.succeeded() ? renewed.result() : "failed");
            return renewed.succeeded();
        }
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void awaitLooks(int count) {
        await().until(() -> looks.size() == count);
    }

    /** What was told before has been dealt with, and what is due at once of that. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            vertx.setTimer(5, _ -> session.run(() -> done.complete(null)));
            done.join();
        }
    }

    @Test
    void whatAnOlderLookFindsLaterDoesNotCount() {
        watch.lookAfter(1);
        awaitLooks(1);
        watch.lookAfter(1);
        awaitLooks(2);
        looks.get(1).complete("newer");
        await().until(() -> taken.equals(List.of("newer")));
        looks.get(0).complete("older");
        settle();

        assertThat(taken).containsExactly("newer");
    }

    @Test
    void anOlderLookThatFailsDoesNotHaveItLookedAtAgain() {
        watch.lookAfter(1);
        awaitLooks(1);
        watch.lookAfter(1);
        awaitLooks(2);
        looks.get(0).fail("not now");
        settle();

        assertThat(looks).hasSize(2);
        assertThat(taken).isEmpty();
    }

    @Test
    void theNewestThatFailsForNowIsTriedAgain() {
        watch.lookAfter(1);
        awaitLooks(1);
        looks.get(0).fail("not now");
        awaitLooks(2);
        looks.get(1).complete("found");

        await().until(() -> taken.equals(List.of("failed", "found")));
    }

    @Test
    void nothingIsLookedAtAfterTheEnd() {
        watch.lookAfter(1);
        awaitLooks(1);
        session.run(watch::end);
        looks.get(0).fail("not now");
        watch.lookAfter(1);
        settle();

        assertThat(looks).hasSize(1);
        assertThat(taken).isEmpty();
    }
}
