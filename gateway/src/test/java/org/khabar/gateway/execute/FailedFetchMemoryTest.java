package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.gateway.execute.People.many;
import static org.khabar.gateway.execute.People.person;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.memory.MemoryShare;

/** The books of a request of which one fetch fails when its answer is there in part, beside one that does not. */
class FailedFetchMemoryTest {
    private static final int IN_PART = 700_000;

    private final MemoryBudget budget = new MemoryBudget(100_000_000);
    private final MemoryShare share = budget.share("someone");
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final CompletableFuture<byte[]> broken = new CompletableFuture<>();

    /** When whoever has read in part gives that back. */
    enum Order {
        BEFORE_THE_FAILURE,
        AFTER_THE_FAILURE,
        AFTER_THE_ANSWER,
        TWICE
    }

    private static String people() {
        return "{\"data\":{\"people\":["
                + IntStream.range(0, 10).mapToObj(People::person).collect(Collectors.joining(",")) + "]}}";
    }

    private static byte[] followers() {
        String one = "{\"followers\":[" + many(2_000, person(2)) + "]}";
        return ("{\"data\":{\"_entities\":[" + many(10, one) + "]}}").getBytes(StandardCharsets.UTF_8);
    }

    private MemoryShare partOf(SubgraphRequest request) {
        MemoryShare part = request.budget().memory().part();
        assertThat(part.tryTake(IN_PART)).isTrue();
        return part;
    }

    private void fail() {
        broken.completeExceptionally(SubgraphFailure.unavailable("mates", "it broke off"));
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerIsHeldAsLongAsItIsThereWheneverTheRestIsGivenBack(Order order) {
        MemoryShare[] part = new MemoryShare[1];
        CompletableFuture<ExecutionResult> running = new People()
                .answering("people", people())
                .asked("friends", _ -> whole)
                .asked("mates", request -> {
                    part[0] = partOf(request);
                    return broken;
                })
                .run("{ people { id followers { id } fans { id } } }", share);
        switch (order) {
            case BEFORE_THE_FAILURE -> {
                whole.complete(followers());
                part[0].close();
                fail();
            }
            case AFTER_THE_FAILURE -> {
                fail();
                part[0].close();
                whole.complete(followers());
            }
            case AFTER_THE_ANSWER -> {
                whole.complete(followers());
                fail();
                part[0].close();
            }
            case TWICE -> {
                whole.complete(followers());
                part[0].close();
                fail();
                part[0].giveBack(IN_PART);
                part[0].close();
            }
        }

        ExecutionResult answer = running.join();
        assertThat(answer.errors()).isNotEmpty();
        assertThat(answer.size()).isGreaterThan(200_000);
        assertThat(share.held()).isGreaterThanOrEqualTo(answer.size()).isLessThan(3 * answer.size());
        share.close();
        assertThat(budget.inUse()).isZero();
    }

    @Test
    void whatComesInAfterTheAnswerTakesNothing() {
        MemoryShare[] part = new MemoryShare[1];
        CompletableFuture<ExecutionResult> running = new People()
                .answering("people", people())
                .asked("friends", _ -> whole)
                .asked("mates", request -> {
                    part[0] = partOf(request);
                    return broken;
                })
                .run("{ people { id followers { id } fans { id } } }", share);
        whole.complete(followers());
        fail();
        long held = share.held();

        assertThat(running.isDone()).isTrue();
        assertThat(part[0].tryTake(1)).isFalse();
        assertThat(share.held()).isEqualTo(held);
    }

    @Test
    void whoGivesUpHoldsWhatIsReadUntilThatIsGivenBack() {
        MemoryShare[] part = new MemoryShare[1];
        CompletableFuture<ExecutionResult> running = new People()
                .answering("people", people())
                .asked("friends", _ -> whole)
                .asked("mates", request -> {
                    part[0] = partOf(request);
                    return broken;
                })
                .run("{ people { id followers { id } fans { id } } }", share);
        running.cancel(true);

        assertThat(broken).isCancelled();
        assertThat(share.held()).isGreaterThanOrEqualTo(IN_PART);
        part[0].close();
        part[0].close();
        assertThat(share.held()).isLessThan(IN_PART);
        share.close();
        assertThat(budget.inUse()).isZero();
    }
}
