package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.gateway.execute.People.error;
import static org.khabar.gateway.execute.People.many;
import static org.khabar.gateway.execute.People.person;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * People who are one another's friends stand in as many places as there are ways to them: fifty of the same, six levels
 * deep, in fifteen billion. Nothing that is done with them may take one step for each.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class SharedEntitiesTest {
    private static final int MANY = 50;

    /** Everybody is friends with the first person, many times over, but for the second, who has none. */
    private static People crowd() {
        return new People()
                .answering("people", "{\"data\":{\"people\":[" + many(MANY, person(1)) + "," + person(2) + "]}}")
                .entities("friends", id -> "{\"friends\":[" + friends(id) + "],\"followers\":[" + friends(id) + "]}")
                .entities("mates", id -> "{\"mates\":[" + friends(id) + "],\"fans\":[" + friends(id) + "]}");
    }

    private static String friends(String id) {
        return id.equals("1") ? many(MANY, person(1)) + "," + person(3) : "";
    }

    @Test
    void anErrorFindsItsPlaceBehindThem() {
        String answer = crowd().entities("texts", id -> id.equals("2") ? error("no") : "{\"name\":null}")
                .answer("{ people { friends { mates { friends { mates { friends { mates { name } } } } } } motto } }");

        assertThat(answer)
                .startsWith("{\"data\":{\"people\":[null,null,")
                .contains("null,{\"friends\":[],\"motto\":null}]}")
                .contains("{\"message\":\"no\",\"path\":[\"people\",50],");
    }

    @Test
    void anErrorOfThemFillsTheAnswersErrorsAndNoMore() {
        String answer = crowd().entities("texts", _ -> error("no"))
                .answer("{ people { friends { mates { friends { mates { name } } } } } }");

        assertThat(answer).startsWith("{\"data\":{\"people\":[null,null,");
        assertThat(answer.split("\"message\":\"no\"", -1)).hasSize(101);
    }

    @Test
    void whatNullsTakeBackIsWorkToo() {
        People crowd = crowd().entities("texts", id -> id.equals("3") ? "{\"name\":null}" : "{\"name\":\"x\"}");

        assertThat(crowd.within(100_000).answer("{ people { name followers { name } } }"))
                .startsWith("{\"data\":{\"people\":[{\"name\":\"x\",\"followers\":null}");
        assertThat(crowd.answer("""
                        { people { followers { fans { followers { fans { followers { name } name } name } name } name } } }"""))
                .startsWith("{\"data\":null,")
                .contains("LIMIT_EXCEEDED", "takes more than 400000 bytes");
    }

    @Test
    void valuesFromContextsReachWhatIsBehindThemOnce() {
        People crowd = crowd().entities("cards", _ -> "{\"language\":\"ar\",\"card\":{\"id\":\"c\"},\"title\":\"t\"}");

        String answer = crowd.answer(
                "{ people { friends { mates { friends { mates { friends { mates { card { title } } } } } } } } }");

        assertThat(answer).contains("LIMIT_EXCEEDED", "larger than 1000000 bytes");
        assertThat(crowd.requests())
                .filteredOn(body -> body.contains("contextualArgument"))
                .hasSize(1);
        assertThat(crowd.requests().getLast())
                .contains(
                        "\"representations\":[{\"__typename\":\"Person\",\"id\":\"1\"},{\"__typename\":\"Person\",\"id\":\"3\"}],");
    }

    @Test
    void aListThatManyHaveIsWalkedOnce() {
        String hundredThousand = many(100_000, person(1));
        People crowd = crowd().answering("people", "{\"data\":{\"people\":[" + hundredThousand + "]}}")
                .entities("friends", _ -> "{\"friends\":[" + hundredThousand + "]}")
                .entities("mates", _ -> "{\"mates\":[]}");

        assertThat(crowd.answer("{ people { friends { mates { id } } } }"))
                .contains("LIMIT_EXCEEDED", "larger than 1000000 bytes");
    }

    @Test
    void aRepresentationDoesNotGrowBeyondItsBound() {
        People crowd = crowd().entities("badges", _ -> "{\"badge\":\"b\"}");
        String query = "{ people { badge } }";

        assertThat(crowd.answer(query)).doesNotContain("errors").contains("{\"badge\":\"b\"}");
        ExecutionLimits tight = new ExecutionLimits(200, 100, 1000, 1000, 50, 10, 100_000, 2000);
        assertThat(crowd.within(tight).answer(query))
                .startsWith("{\"data\":{\"people\":[{\"badge\":null}")
                .contains("LIMIT_EXCEEDED", "'badges' is not asked", "more than 2000 bytes to write", ",\"badge\"]")
                .doesNotContain("'friends' is not asked");
    }
}
