package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Services may write IDs as numbers; to clients an ID is a string (GraphQL spec, ID, result coercion). */
class NumericIdsTest {
    @Test
    void anIdThatIsANumberBecomesAStringForClientsAlone() {
        People people = new People()
                .answering(
                        "people", "{\"data\":{\"people\":[{\"id\":7,\"refs\":[[1,\"b\"],null,[-3]]},{\"id\":\"x\"}]}}")
                .entities("texts", id -> "{\"motto\":\"" + id + "\"}");

        assertThat(people.answer("{ people { id refs } }"))
                .isEqualTo("{\"data\":{\"people\":[{\"id\":\"7\",\"refs\":[[\"1\",\"b\"],null,[\"-3\"]]},"
                        + "{\"id\":\"x\",\"refs\":null}]}}");
        assertThat(people.answer("{ people { id motto } }"))
                .isEqualTo("{\"data\":{\"people\":[{\"id\":\"7\",\"motto\":\"7\"},{\"id\":\"x\",\"motto\":\"x\"}]}}");
        assertThat(people.requests().getLast()).contains("\"id\":7}");
    }
}
