package org.khabar.gateway.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberBoundsTest {
    private final NumberBounds bounds = new NumberBounds(10, 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a(n: 12345678901) }",
                "{ a(n: -12345678901) }",
                "{ a(n: 123456.78901) }",
                "{ a(n: 1e21) }",
                "{ a(n: 1.5E+999999999) }",
                "{ a(n: 1e-99999999999999999999999) }",
                "{ a(s: \"\\\"\", n: 1e21) }",
                "{ a(s: \"\"\"\\\"\"\" \"\"\", n: 1e21) }",
                "# comment\n{ a(n: [1e21]) }",
                "{ a(n: 1) b(n: 1e21) }"
            })
    void literalsBeyondTheBoundsAreRefused(String document) {
        assertThatThrownBy(() -> bounds.checkLiterals(document)).isInstanceOf(LimitExceededException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a(n: 1234567890) }",
                "{ a(n: 1.25e-20) }",
                "{ a1234567890123(s: \"12345678901 and 1e999\") }",
                "{ a(s: \"\"\"12345678901 \\\"\"\" 1e999\"\"\") }",
                "{ a # 12345678901\n }",
                "{ e999999999999 }"
            })
    void whatIsWithinTheBoundsOrNoNumberPasses(String document) {
        assertThatCode(() -> bounds.checkLiterals(document)).doesNotThrowAnyException();
    }

    @Test
    void variablesAreBoundedAlikeHoweverDeepTheyLie() {
        for (Object number :
                List.of(new BigInteger("12345678901"), new BigDecimal("1e21"), new BigDecimal("1e-999999999"))) {
            assertThatThrownBy(() -> bounds.check(Map.of("list", List.of(Map.of("n", number)))))
                    .isInstanceOf(LimitExceededException.class);
        }
        assertThatCode(() -> bounds.check(Map.of("n", new BigDecimal("1.25e-10"), "s", "12345678901")))
                .doesNotThrowAnyException();
    }
}
