package org.khabar.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private record Config(int requests, Duration period, int concurrentPerClient, int concurrent, int maxClients)
            implements QuotaConfig {}

    private static Quotas quotas(int requests, int concurrentPerClient, int concurrent) {
        return new Quotas(new Config(requests, Duration.ofHours(1), concurrentPerClient, concurrent, 100));
    }

    @Test
    void clientsAreToldWhatIsLeftAndWhenToComeBack() {
        Quotas quotas = quotas(3, 10, 10);

        assertThat(quotas.enter("a").headers())
                .containsEntry("RateLimit-Policy", "\"default\";q=3;w=3600")
                .containsEntry("RateLimit", "\"default\";r=2;t=1200");
        quotas.enter("a");
        quotas.enter("a");
        assertThatThrownBy(() -> quotas.enter("a"))
                .isInstanceOfSatisfying(
                        QuotaException.class,
                        refused -> assertThat(refused.headers())
                                .containsEntry("Retry-After", "1200")
                                .containsEntry("RateLimit", "\"default\";r=0;t=3600"));
        assertThat(quotas.enter("b").headers()).containsEntry("RateLimit", "\"default\";r=2;t=1200");
    }

    @Test
    void aClientWithSomethingUnderWayIsNotForgottenHoweverLongItTakes() {
        AtomicLong now = new AtomicLong();
        Quotas quotas = new Quotas(new Config(2, Duration.ofHours(1), 1, 10, 100), now::get);
        Quotas.Admission lasting = quotas.enter("a");
        now.addAndGet(Duration.ofHours(3).toNanos());

        assertThatThrownBy(() -> quotas.enter("a")).hasMessageContaining("under way");
        assertThat(quotas.take("a", 1)).containsEntry("RateLimit", "\"default\";r=0;t=3600");
        lasting.end().run();
        assertThatThrownBy(() -> quotas.enter("a")).hasMessageContaining("too often");
        now.addAndGet(Duration.ofHours(3).toNanos());
        quotas.enter("a");
    }

    @Test
    void whetherAnythingIsLeftCanBeAskedWithoutTakingIt() {
        Quotas quotas = quotas(1, 10, 10);
        quotas.requireLeft("a");
        quotas.requireLeft("a");
        quotas.take("a", 1);

        assertThatThrownBy(() -> quotas.requireLeft("a"))
                .isInstanceOfSatisfying(
                        QuotaException.class,
                        refused -> assertThat(refused.headers()).containsEntry("Retry-After", "3600"));
        quotas.requireLeft("b");
    }

    @Test
    void requestsOfABatchCountEach() {
        Quotas quotas = quotas(5, 10, 10);
        quotas.enter("a");
        quotas.take("a", 3);

        assertThatThrownBy(() -> quotas.take("a", 2)).isInstanceOf(QuotaException.class);
        assertThat(quotas.enter("a").headers()).containsEntry("RateLimit", "\"default\";r=0;t=3600");
    }

    @Test
    void requestsThatCameTogetherAreLetInTogetherOrNotAtAll() {
        Quotas quotas = quotas(1000, 3, 5);
        assertThatThrownBy(() -> quotas.enter("a", 4)).isInstanceOf(QuotaException.class);
        assertThat(quotas.underWay()).isZero();
        Quotas.Admission three = quotas.enter("a", 3);
        assertThat(three.headers()).containsEntry("RateLimit", "\"default\";r=997;t=11");
        assertThatThrownBy(() -> quotas.enter("a")).isInstanceOf(QuotaException.class);
        assertThatThrownBy(() -> quotas.enter("b", 3))
                .isInstanceOfSatisfying(
                        QuotaException.class,
                        refused -> assertThat(refused.isOverloaded()).isTrue());
        assertThat(quotas.underWay()).isEqualTo(3);

        three.end().run();
        three.end().run();
        assertThat(quotas.underWay()).isZero();
        quotas.enter("a", 3);
    }

    @Test
    void oneClientMayHaveSoManyUnderWay() {
        Quotas quotas = quotas(1000, 2, 10);
        Quotas.Admission first = quotas.enter("a");
        quotas.enter("a");
        assertThatThrownBy(() -> quotas.enter("a"))
                .isInstanceOfSatisfying(
                        QuotaException.class,
                        refused -> assertThat(refused.isOverloaded()).isFalse());
        quotas.enter("b");

        first.end().run();
        first.end().run();
        quotas.enter("a");
        assertThatThrownBy(() -> quotas.enter("a")).isInstanceOf(QuotaException.class);
        assertThat(quotas.underWay()).isEqualTo(3);
    }

    @Test
    void beyondWhatTheProcessBearsEverybodyIsAskedToComeBack() {
        Quotas quotas = quotas(1000, 100, 4);
        List<Quotas.Admission> inside = new ArrayList<>();
        for (String client : List.of("a", "b", "c", "d")) {
            inside.add(quotas.enter(client));
        }
        assertThatThrownBy(() -> quotas.enter("e")).isInstanceOfSatisfying(QuotaException.class, refused -> {
            assertThat(refused.isOverloaded()).isTrue();
            assertThat(refused.headers()).containsEntry("Retry-After", "1");
        });

        inside.forEach(admission -> admission.end().run());
        assertThat(quotas.underWay()).isZero();
        quotas.enter("e");
    }
}
