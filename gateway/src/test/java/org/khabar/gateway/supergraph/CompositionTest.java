package org.khabar.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.NamedNode;
import graphql.parser.Parser;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the cases in {@code src/test/resources/supergraph/composition}. */
class CompositionTest {

    static Stream<CompositionCase> cases() throws Exception {
        return CompositionCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsWhatIsExpectedAndNothingElse(CompositionCase given) {
        CompositionResult result = Composition.compose(given.subgraphs());

        assertThat(outcome(result)).isEqualTo(given.expected());
        if (result instanceof CompositionResult.Success success) {
            assertThat(definitions(success.supergraph().sdl())).containsAllEntriesOf(definitions(given.supergraph()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsBackWhatItPrinted(CompositionCase given) {
        if (Composition.compose(given.subgraphs()) instanceof CompositionResult.Success success) {
            String printed =
                    AstPrinter.printAst(Parser.parse(success.supergraph().sdl()));

            assertThat(SupergraphSdlReader.read(printed)).isEqualTo(success.supergraph());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void explainsEachErrorInASentence(CompositionCase given) {
        if (Composition.compose(given.subgraphs()) instanceof CompositionResult.Failure(var errors)) {
            assertThat(errors).allSatisfy(error -> {
                assertThat(error.subgraphs()).isNotEmpty();
                assertThat(error.message()).isNotBlank();
            });
        }
    }

    private static Set<String> outcome(CompositionResult result) {
        return switch (result) {
            case CompositionResult.Success _ -> Set.of("composes");
            case CompositionResult.Failure(var errors) ->
                errors.stream()
                        .map(error -> error.code() + " " + error.coordinate() + " " + error.subgraphs())
                        .collect(Collectors.toSet());
        };
    }

    private static Map<String, String> definitions(String sdl) {
        if (sdl.isBlank()) {
            return Map.of();
        }
        return Parser.parse(sdl).getDefinitions().stream()
                .filter(NamedNode.class::isInstance)
                .collect(Collectors.toMap(definition -> ((NamedNode<?>) definition).getName(), AstPrinter::printAst));
    }
}
