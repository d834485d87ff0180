package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.gateway.execute.People.error;
import static org.khabar.gateway.execute.People.many;
import static org.khabar.gateway.execute.People.person;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.memory.MemoryBudget;

/** What one answer takes of the memory that all have together. */
class AnswerMemoryTest {
    private static final int PEOPLE = 20_000;

    private static People people(int count) {
        String all = IntStream.range(0, count).mapToObj(People::person).collect(Collectors.joining(","));
        return new People().answering("people", "{\"data\":{\"people\":[" + all + "]}}");
    }

    @Test
    void aSmallAnswerNeedsNothingThatOthersCouldHave() {
        MemoryBudget none = new MemoryBudget(0);

        assertThat(people(10)
                        .entities("friends", _ -> "{\"followers\":[" + person(2) + "]}")
                        .within(none)
                        .answer("{ people { id followers { id } } }"))
                .contains("\"followers\":[{\"id\":\"2\"}]")
                .doesNotContain("errors");
        assertThat(none.refused()).isZero();
    }

    @Test
    void aLargeOneIsRefusedWithACodeThatSaysComeBack() {
        MemoryBudget small = new MemoryBudget(500_000);

        assertThat(people(PEOPLE).within(small).answer("{ people { id motto } }"))
                .startsWith("{\"data\":null,")
                .contains("\"code\":\"OVERLOADED\"", "\"path\":[\"people\"]");
        assertThat(small.refused()).isPositive();
        assertThat(small.inUse()).isZero();
    }

    @Test
    void aFetchThatThereIsNoMemoryForFailsByItself() {
        MemoryBudget enough = new MemoryBudget(1_500_000);

        assertThat(people(10)
                        .entities("friends", _ -> "{\"followers\":[" + many(20_000, person(2)) + "]}")
                        .entities("mates", _ -> "{\"fans\":[" + person(3) + "]}")
                        .within(enough)
                        .answer("{ people { id followers { id } fans { id } } }"))
                .startsWith("{\"data\":{\"people\":[{\"id\":\"0\",\"followers\":null,\"fans\":[{\"id\":\"3\"}]}")
                .contains("OVERLOADED", "[\"people\",0,\"followers\"]");
        assertThat(enough.inUse()).isZero();
    }

    @Test
    void whatIsAskedForTakesMemoryAsWell() {
        // Enough for the tree, not for the representations beside it.
        MemoryBudget tree = new MemoryBudget(1_900_000);
        People people =
                people(PEOPLE / 2).entities("texts", _ -> "{\"motto\":\"نعم\"}").within(tree);

        assertThat(people.answer("{ people { id motto } }")).contains("OVERLOADED", "service 'texts'");
        assertThat(people.requests()).hasSize(1);
        assertThat(tree.inUse()).isZero();
    }

    @Test
    void errorsAreLeftOutRatherThanHeld() {
        MemoryBudget none = new MemoryBudget(0);

        String answer = people(100)
                .entities("texts", _ -> error("x".repeat(30_000)))
                .within(none)
                .answer("{ people { motto } }");

        assertThat(answer).contains("no memory left for now");
        assertThat(none.inUse()).isZero();
    }
}
