package org.khabar.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerEquivalenceTest {
    private static final String AT_B = "{\"path\":[\"a\",\"b\"],\"message\":\"weather: ERROR\"}";
    private static final String AT_C = "{\"path\":[\"a\",\"c\"],\"message\":\"weather: ERROR\"}";

    private static Answer answer(String data, String... errors) {
        String json = "{\"data\":" + data + ",\"errors\":[" + String.join(",", errors) + "]}";
        return Answer.of(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> difference(Answer expected, Answer actual) {
        return AnswerEquivalence.difference(expected, actual, false, false);
    }

    @Test
    void theOrderOfFieldsCounts() {
        assertThat(difference(answer("{\"a\":1,\"b\":2}"), answer("{\"b\":2,\"a\":1}")))
                .isPresent();
    }

    @Test
    void anErrorOfAFieldThatIsThereMustBeInBoth() {
        String data = "{\"a\":{\"b\":null,\"c\":1}}";

        assertThat(difference(answer(data, AT_B), answer(data))).isPresent();
        assertThat(difference(answer(data), answer(data, AT_B))).isPresent();
        assertThat(difference(answer(data, AT_B, AT_C), answer(data, AT_C, AT_B)))
                .isEmpty();
    }

    @Test
    void twoSubgraphsMayReportTheSameFieldButOneOnlyOnce() {
        String data = "{\"a\":{\"b\":null}}";
        String atOne = AT_B.replace("}", ",\"extensions\":{\"service\":\"one\"}}");
        String atTwo = AT_B.replace("}", ",\"extensions\":{\"service\":\"two\"}}");

        assertThat(difference(answer(data, AT_B), answer(data, atOne, atTwo))).isEmpty();
        assertThat(difference(answer(data, AT_B), answer(data, atOne, atOne))).isPresent();
    }

    @Test
    void ofErrorsUnderOneNullTheGatewayNeedsOneAndMayInventNone() {
        String data = "{\"a\":null}";

        assertThat(difference(answer(data, AT_B, AT_C), answer(data, AT_C))).isEmpty();
        assertThat(difference(answer(data, AT_B, AT_C), answer(data))).isPresent();
        assertThat(difference(answer(data, AT_B), answer(data, AT_C))).isPresent();
    }

    @Test
    void ofNullsInNonNullPlacesUnderOneNullAnyMayBeReported() {
        String atB = AT_B.replace("weather: ERROR", "Cannot return null for non-nullable field A.b");
        String atC = AT_C.replace("weather: ERROR", "Cannot return null for non-nullable field A.c");

        assertThat(difference(answer("{\"a\":null}", atB), answer("{\"a\":null}", atC)))
                .isEmpty();
        assertThat(difference(answer("{\"a\":null}", atB), answer("{\"a\":null}")))
                .isPresent();
    }

    @Test
    void aMutationThatFailsAsAWholeMayHaveRunItsOtherRootFields() {
        String atD = AT_C.replace("[\"a\",", "[\"d\",");

        assertThat(AnswerEquivalence.difference(answer("null", AT_B), answer("null", AT_B, atD), true, false))
                .isEmpty();
        assertThat(AnswerEquivalence.difference(answer("null", AT_B), answer("null", AT_B, atD), false, false))
                .isPresent();
    }
}
