package org.khabar.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.language.SourceLocation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bound is met by a document that is just within it and crossed by one that is just beyond. */
class DocumentGuardTest {
    private final DocumentGuard guard = new DocumentGuard(new Config());

    /** Small bounds, each other than the others. */
    private record Config() implements GuardConfig {
        @Override
        public int maxBodyBytes() {
            return 100_000;
        }

        @Override
        public int maxAddressCharacters() {
            return 2_000;
        }

        @Override
        public int maxCharacters() {
            return 5_000;
        }

        @Override
        public int maxTokens() {
            return 500;
        }

        @Override
        public int maxDepth() {
            return 5;
        }

        @Override
        public int maxAliases() {
            return 6;
        }

        @Override
        public int maxRootFields() {
            return 7;
        }

        @Override
        public int maxDirectives() {
            return 8;
        }

        @Override
        public int maxDirectivesPerField() {
            return 3;
        }

        @Override
        public int maxExpandedFields() {
            return 90;
        }

        @Override
        public int maxNumberDigits() {
            return 10;
        }

        @Override
        public int maxNumberExponent() {
            return 20;
        }

        @Override
        public int maxListItems() {
            return 4;
        }

        @Override
        public int maxListSize() {
            return 100;
        }

        @Override
        public int maxCost() {
            return 1_000;
        }

        @Override
        public int defaultListSize() {
            return 10;
        }

        @Override
        public int maxJsonDepth() {
            return 10;
        }
    }

    static Stream<Arguments> bounds() {
        return Stream.of(
                Arguments.of(
                        "{ a(s: \"" + "x".repeat(4_980) + "\") }",
                        "{ a(s: \"" + "x".repeat(5_000) + "\") }",
                        "5000 characters"),
                Arguments.of(
                        "{ a(s: \"\") " + "...F ".repeat(240) + "}", "{ " + "...F ".repeat(250) + "}", "500 tokens"),
                Arguments.of(nested(5), nested(6), "5 levels of fields"),
                Arguments.of(
                        "{ ...F } fragment F on T " + nested(5), "{ ...F } fragment F on T " + nested(6), "5 levels"),
                Arguments.of("{ f { " + each(6, "a%d: a") + "} }", "{ f { " + each(7, "a%d: a") + "} }", "6 aliases"),
                Arguments.of("{ " + each(7, "a%d") + "}", "{ " + each(8, "a%d") + "}", "7 fields at the root"),
                Arguments.of(
                        "{ f { ...F ...F } } fragment F on T { a @b @b c @b }",
                        "{ f { ...F ...F ...F } } fragment F on T { a @b @b c @b }",
                        "8 directives"),
                Arguments.of(
                        "query ($v: Int @b @b) @b @b { a @b b @b c @b d @b }",
                        "query ($v: Int @b @b) @b @b { a @b b @b c @b d @b e @b }",
                        "8 directives"),
                Arguments.of(
                        "{ f " + bomb(2) + " }", "{ f " + bomb(3) + " }", "90 fields once its fragments are expanded"),
                Arguments.of("{ a(n: 1234567890) }", "{ a(n: 12345678901) }", "10 digits"),
                Arguments.of("{ a(n: 1e20) }", "{ a(n: 1e21) }", "20 powers of ten"),
                Arguments.of("{ a(n: [[1, 2, 3, 4], [5]]) }", "{ a(n: [[1, 2, 3, 4, 5]]) }", "4 items"),
                Arguments.of(
                        "query ($v: [Int] = [1, 2, 3, 4]) { a }",
                        "query ($v: [Int] = [1, 2, 3, 4, 5]) { a }",
                        "4 items"));
    }

    private static String nested(int depth) {
        return "{ a ".repeat(depth) + "}".repeat(depth);
    }

    private static String each(int count, String text) {
        return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining(" ", "", " "));
    }

    /** Fragments that spread the next one five times each: 5 to the power of {@code levels} fields. */
    private static String bomb(int levels) {
        return "{ ...F0 } } " + each(levels, "fragment F%1$d on T { ...G%1$d ...G%1$d ...G%1$d ...G%1$d ...G%1$d }")
                + IntStream.range(0, levels)
                        .mapToObj(i -> "fragment G" + i + " on T { ...F" + (i + 1) + " } ")
                        .collect(Collectors.joining())
                + "fragment F" + levels + " on T { a";
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void eachBoundIsMetAndNotCrossed(String within, String beyond, String what) {
        assertThatCode(() -> guard.parse(within)).doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.parse(beyond))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining(what);
    }

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of("{\n  long: a @b @b @b @b }", "Field 'a'", 2, 3),
                Arguments.of("query Q @b @b @b @b { a }", "'Q'", 1, 1),
                Arguments.of("query ($v: Int @b @b @b @b) { a }", "'v'", 1, 8),
                Arguments.of("{ a ...F @b @b @b @b } fragment F on T { a }", "The spread of 'F'", 1, 5),
                Arguments.of("{ ... on T @b @b @b @b { a } }", "The InlineFragment", 1, 3),
                Arguments.of("{ ...F } fragment F on T @b @b @b @b { a }", "'F'", 1, 10),
                Arguments.of("{ a } fragment Unused on T { a @b @b @b @b }", "Field 'a'", 1, 30));
    }

    @ParameterizedTest
    @MethodSource("places")
    void directivesAtOnePlaceAreBoundedWhereverThatIs(String document, String what, int line, int column) {
        assertThatThrownBy(() -> guard.parse(document))
                .isInstanceOfSatisfying(LimitExceededException.class, refused -> {
                    assertThat(refused).hasMessage(what + " has more than 3 directives");
                    assertThat(refused.location()).isEqualTo(new SourceLocation(line, column));
                });
    }

    @Test
    void fragmentsThatSpreadEachOtherAreRefused() {
        assertThatThrownBy(() -> guard.parse("{ ...A } fragment A on T { ...B } fragment B on T { a { ...A } }"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("Fragment 'A' spreads itself");
    }

    /** Spread twice by each other, forty fragments are 2 to the power of 40 fields. */
    @Test
    @Timeout(20)
    void whatFragmentsExpandToIsCountedWithoutExpandingThem() {
        String chain = IntStream.range(0, 40)
                .mapToObj(i -> "fragment F" + i + " on T { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                .collect(Collectors.joining(" "));

        assertThatThrownBy(() -> guard.parse("{ f { ...F0 } } " + chain + " fragment F40 on T { a }"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("90 fields");
    }

    @Test
    void syntaxThatNestsIsRefusedHoweverDeepItIs() {
        assertThatThrownBy(() -> guard.parse("{ a(l: " + "[".repeat(490)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("levels of syntax");
    }

    @Test
    void listsOfVariablesAreBoundedHoweverDeepTheyLie() {
        assertThatCode(() -> guard.check(Map.of("v", Collections.nCopies(4, List.of(1, 2, 3, 4)))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.check(Map.of("v", Map.of("a", List.of(List.of(1, 2, 3, 4, 5))))))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("Variable 'v' has a list of 5 items, more than 4");
    }
}
