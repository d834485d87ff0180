package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestExceptionTest {

    static Stream<RequestException> forNow() {
        return Stream.of(
                RequestException.unavailable("waiting"),
                RequestException.overloaded("busy"),
                RequestException.tooMany("many"),
                RequestException.holdsTooMuch("much"));
    }

    @ParameterizedTest
    @MethodSource("forNow")
    void whatMayBeOtherwiseInAMomentSaysWhenToComeBack(RequestException refusal) {
        assertThat(refusal.status()).isIn(429, 503);
        assertThat(refusal.headers()).containsEntry("Retry-After", "1");
    }
}
