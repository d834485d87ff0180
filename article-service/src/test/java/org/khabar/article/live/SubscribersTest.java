package org.khabar.article.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

class SubscribersTest {

    private final Subscribers<Integer> subscribers = new Subscribers<>(2, 3);

    private Recorder join(long demand) {
        Recorder recorder = new Recorder(demand);
        subscribers.join(number -> number % 2 == 0, () -> {}).subscribe(recorder);
        return recorder;
    }

    @Test
    void eachGetsWhatItWants() {
        Recorder one = join(10);
        for (int i = 0; i < 6; i++) {
            subscribers.publish(i);
        }
        await().until(() -> one.items.equals(List.of(0, 2, 4)));
    }

    @Test
    void oneThatTakesNothingIsLetGoAndTheOthersAreNot() {
        Recorder slow = join(0);
        Recorder quick = join(100);
        for (int i = 0; i < 40; i += 2) {
            subscribers.publish(i);
            int expected = i / 2 + 1;
            await().until(() -> quick.items.size() == expected);
        }
        slow.request(100);
        await().until(() -> slow.failure != null);
        assertThat(slow.failure)
                .isInstanceOfSatisfying(
                        RequestFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
        assertThat(quick.failure).isNull();
        quick.cancel();
        await().until(subscribers::isEmpty);
    }

    @Test
    void thereAreOnlySoMany() {
        Recorder first = join(1);
        join(1);
        Recorder third = join(1);
        await().until(() -> third.failure instanceof RequestFailure);
        first.cancel();
        await().until(() -> join(1).failure == null);
    }

    private static final class Recorder implements Flow.Subscriber<Integer> {
        private final long demand;
        private final List<Integer> items = new CopyOnWriteArrayList<>();
        private volatile @Nullable Throwable failure;
        private Flow.@Nullable Subscription subscription;

        Recorder(long demand) {
            this.demand = demand;
        }

        @Override
        public void onSubscribe(Flow.Subscription started) {
            subscription = started;
            if (demand > 0) {
                started.request(demand);
            }
        }

        void request(long more) {
            if (subscription != null) {
                subscription.request(more);
            }
        }

        void cancel() {
            if (subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public void onNext(Integer item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable why) {
            failure = why;
        }

        @Override
        public void onComplete() {}
    }
}
