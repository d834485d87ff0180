package org.khabar.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khabar.gateway.memory.MemoryShare.BLOCK_BYTES;
import static org.khabar.gateway.memory.MemoryShare.FREE_BYTES;
import static org.khabar.gateway.memory.MemoryShare.SMALL_BLOCK_BYTES;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What requests hold of the memory of the process. */
class MemoryShareTest {
    private static final int BLOCKS = 10;

    private final MemoryBudget budget = new MemoryBudget(BLOCKS * BLOCK_BYTES);

    @Test
    void aSmallRequestTakesNothingFromOthersNorNeedsAnythingOfThem() {
        MemoryShare large = budget.share("someone");
        assertThat(large.tryTake(FREE_BYTES + BLOCKS * BLOCK_BYTES)).isTrue();
        assertThat(budget.inUse()).isEqualTo(budget.limit());

        MemoryShare small = budget.share("someone");
        assertThat(small.tryTake(FREE_BYTES)).isTrue();
        assertThat(small.tryTake(1)).isFalse();
        assertThat(small.held()).isEqualTo(FREE_BYTES);
        assertThat(budget.refused()).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackIsThereForOthers() {
        MemoryShare first = budget.share("someone");
        MemoryShare second = budget.share("someone");
        assertThat(first.tryTake(FREE_BYTES + BLOCKS * BLOCK_BYTES)).isTrue();
        assertThat(second.tryTake(FREE_BYTES + 1)).isFalse();

        first.giveBack(BLOCK_BYTES);
        assertThat(second.tryTake(FREE_BYTES + 1)).isTrue();
        first.close();
        assertThat(budget.inUse()).isEqualTo(BLOCK_BYTES);
        second.close();
        assertThat(budget.inUse()).isZero();
    }

    @Test
    void aPartCanBeGivenBackByItself() {
        MemoryShare request = budget.share("someone");
        MemoryShare body = request.part();
        MemoryShare answer = request.part();
        assertThat(body.tryTake(FREE_BYTES)).isTrue();
        assertThat(answer.tryTake(3 * BLOCK_BYTES)).isTrue();
        assertThat(budget.inUse()).isEqualTo(3 * BLOCK_BYTES);

        body.close();
        assertThat(budget.inUse()).isEqualTo(2 * BLOCK_BYTES);
        assertThat(answer.trySettle(BLOCK_BYTES)).isTrue();
        assertThat(budget.inUse()).isZero();
        assertThat(answer.trySettle(1000L * BLOCK_BYTES)).isFalse();
        assertThat(answer.held()).isEqualTo(BLOCK_BYTES);
    }

    @Test
    void whoComesTooLateGetsNothing() {
        MemoryShare request = budget.share("someone");
        MemoryShare part = request.part();
        assertThat(part.tryTake(5 * BLOCK_BYTES)).isTrue();
        request.close();
        assertThat(budget.inUse()).isZero();

        assertThat(part.tryTake(1)).isFalse();
        assertThat(request.trySettle(1)).isFalse();
        part.giveBack(BLOCK_BYTES);
        part.close();
        request.close();
        assertThat(budget.inUse()).isZero();
        assertThat(request.held()).isZero();
    }

    @Test
    void oneClientHoldsItsPartAndLeavesTheRest() {
        MemoryBudget divided = new MemoryBudget(BLOCKS * BLOCK_BYTES, 40);
        MemoryShare first = divided.share("greedy");
        MemoryShare second = divided.share("greedy");
        assertThat(first.tryTake(FREE_BYTES + 3 * BLOCK_BYTES)).isTrue();
        assertThat(second.part().tryTake(FREE_BYTES + BLOCK_BYTES)).isTrue();

        assertThat(second.tryTake(1)).isFalse();
        assertThat(second.part().isClientFull()).isTrue();
        assertThat(divided.refusedToClients()).isEqualTo(1);
        MemoryShare other = divided.share("other");
        assertThat(other.tryTake(FREE_BYTES + 4 * BLOCK_BYTES)).isTrue();

        MemoryShare third = divided.share("third");
        assertThat(third.tryTake(FREE_BYTES + 3 * BLOCK_BYTES)).isFalse();
        assertThat(third.isClientFull()).isFalse();
        assertThat(divided.heldBy("third")).isZero();
        assertThat(divided.refused()).isEqualTo(2);
        assertThat(divided.refusedToClients()).isEqualTo(1);
        first.close();
        assertThat(third.tryTake(FREE_BYTES + 3 * BLOCK_BYTES)).isTrue();
        assertThat(second.tryTake(BLOCK_BYTES)).isTrue();
    }

    @Test
    void clientsAreKnownForAsLongAsTheyHoldAnything() {
        MemoryShare small = budget.share("small");
        assertThat(small.tryTake(FREE_BYTES)).isTrue();
        assertThat(budget.clients()).isZero();

        MemoryShare first = budget.share("large");
        MemoryShare second = first.sibling();
        assertThat(first.tryTake(FREE_BYTES + 1)).isTrue();
        assertThat(second.tryTake(FREE_BYTES + 1)).isTrue();
        assertThat(budget.heldBy("large")).isEqualTo(2 * BLOCK_BYTES);
        first.close();
        assertThat(budget.clients()).isEqualTo(1);
        second.close();
        second.close();
        assertThat(budget.clients()).isZero();
    }

    @Test
    void whatLastsIsCountedFromItsFirstByte() {
        MemoryShare subscription = budget.lasting("someone", 0);
        assertThat(budget.inUse()).isZero();
        assertThat(subscription.tryTake(1)).isTrue();
        assertThat(budget.inUse()).isEqualTo(SMALL_BLOCK_BYTES);
        assertThat(subscription.tryTake(SMALL_BLOCK_BYTES - 1)).isTrue();
        assertThat(budget.inUse()).isEqualTo(SMALL_BLOCK_BYTES);
        assertThat(subscription.trySettle(0)).isTrue();
        assertThat(budget.inUse()).isZero();
    }

    @Test
    void aClientsPartIsSomeOfTheBudget() {
        assertThat(new MemoryBudget(1_000_003, 25).limitPerClient()).isEqualTo(250_000);
        assertThat(new MemoryBudget(99, 50).limitPerClient()).isEqualTo(49);
        assertThatThrownBy(() -> new MemoryBudget(1, 0)).hasMessageContaining("1 to 100 percent");
        assertThatThrownBy(() -> new MemoryBudget(1, 101)).hasMessageContaining("101");
    }

    @Test
    void aBudgetIsNotNegative() {
        assertThatThrownBy(() -> new MemoryBudget(-1)).hasMessageContaining("-1");
        assertThat(new MemoryBudget(0).share("someone").tryTake(FREE_BYTES)).isTrue();
    }

    /** Whatever threads do at once with the same shares, and in whatever order they are closed. */
    @Property(tries = 200)
    void inTheEndNothingIsHeld(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int requests)
            throws InterruptedException, ExecutionException {
        MemoryBudget shared = new MemoryBudget(BLOCKS * BLOCK_BYTES, 40);
        List<MemoryShare> shares = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            MemoryShare share = shared.share("client " + i % 3);
            shares.addAll(List.of(
                    share, share.part(), share.part(), share.part().part(), shared.lasting("client " + i % 3, 0)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                Random random = new Random(seed + thread);
                work.add(threads.submit(() -> use(shares, shared, random)));
            }
            for (Future<?> done : work) {
                done.get();
            }
        }
        shares.forEach(MemoryShare::close);
        assertThat(shared.inUse()).isZero();
        assertThat(shared.clients()).isZero();
    }

    private static void use(List<MemoryShare> shares, MemoryBudget budget, Random random) {
        for (int i = 0; i < 200; i++) {
            MemoryShare share = shares.get(random.nextInt(shares.size()));
            int bytes = random.nextInt(3 * BLOCK_BYTES);
            if (random.nextInt(40) == 0) {
                share.close();
            } else if (share.tryTake(bytes) && random.nextBoolean()) {
                share.giveBack(bytes);
            }
            assertThat(budget.inUse()).isLessThanOrEqualTo(budget.limit());
            assertThat(budget.heldBy("client 0")).isBetween(0L, budget.limitPerClient());
        }
    }
}
