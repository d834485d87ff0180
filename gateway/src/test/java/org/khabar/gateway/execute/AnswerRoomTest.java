package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.gateway.execute.People.error;
import static org.khabar.gateway.execute.People.many;
import static org.khabar.gateway.execute.People.person;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What services answer may not grow in the gateway's memory, or in its answer. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class AnswerRoomTest {
    private static String labels(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "l" + n + ": label(n: " + n + ")")
                .collect(Collectors.joining(" "));
    }

    @Test
    void emptyObjectsDoNotTakeRoomForAllThatWasAskedFor() {
        People people = new People()
                .answering("people", "{\"data\":{\"people\":[" + many(5_000_000, "{}") + "]}}")
                .within(32_000_000);

        assertThat(people.answer("{ people { " + labels(200) + " } }"))
                .startsWith("{\"data\":null,")
                .contains("LIMIT_EXCEEDED", "than 10000000 slots hold", "\"path\":[\"people\"]");
    }

    @Test
    void keysThatNobodyAskedForAreNotComparedWithAllThatWere() {
        People people = new People()
                .answering(
                        "people", "{\"data\":{\"people\":[{" + many(1_300_000, "\"x1234\":0") + ",\"l1799\":\"a\"}]}}")
                .within(32_000_000);

        assertThat(people.answer("{ people { " + labels(1800) + " } }")).contains("\"l1799\":\"a\"}]}");
    }

    @Test
    void aFetchThatThereIsNoRoomForFailsByItself() {
        ExecutionLimits tight = new ExecutionLimits(200, 100, 1000, 1000, 50, 10, 1000, 100_000);
        People people = new People()
                .answering("people", "{\"data\":{\"people\":[" + person(1) + "]}}")
                .entities("friends", _ -> "{\"followers\":[" + many(200, person(2)) + "]}")
                .entities("mates", _ -> "{\"fans\":[" + many(20, person(2)) + "]}")
                .within(tight);

        assertThat(people.answer("{ people { id followers { id } fans { id } } }"))
                .startsWith("{\"data\":{\"people\":[{\"id\":\"1\",\"followers\":null,\"fans\":[{\"id\":\"2\"},")
                .contains("LIMIT_EXCEEDED", "with that of 'friends'", "[\"people\",0,\"followers\"]");
    }

    @Test
    void entitiesDoNotEachTakeRoomForTheSameList() {
        String thousand = IntStream.range(0, 1000).mapToObj(_ -> person(1)).collect(Collectors.joining(","));
        ExecutionLimits tight = new ExecutionLimits(200, 100, 1000, 1000, 50, 10, 20_000, 100_000);
        People people = new People()
                .answering("people", "{\"data\":{\"people\":[" + thousand + "]}}")
                .entities("friends", _ -> "{\"followers\":[" + many(1000, person(2)) + "]}")
                .within(tight);

        assertThat(people.answer("{ people { followers { id } } }")).contains("larger than 1000000 bytes");
    }

    @Test
    void oneLongErrorDoesNotStandEverywhereInFull() {
        People people = new People()
                .answering("people", "{\"data\":{\"people\":[" + many(100, person(1)) + "]}}")
                .entities("texts", _ -> error("x".repeat(60_000)));

        String answer = people.answer("{ people { motto } }");

        assertThat(answer).startsWith("{\"data\":{\"people\":[{\"motto\":null}").hasSizeLessThan(1_010_000);
        assertThat(answer.split("\"message\":\"xxx", -1)).hasSizeBetween(10, 20);
        assertThat(answer).contains("Errors are left out", "LIMIT_EXCEEDED");
    }
}
