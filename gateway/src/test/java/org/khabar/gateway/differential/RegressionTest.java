package org.khabar.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import graphql.language.Document;
import graphql.parser.Parser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations that the gateway once answered wrong, on every split. The folder {@code differential-regressions} has a
 * file for each; its first line, a comment, holds the variables.
 */
class RegressionTest {
    private static final TypeReference<Map<String, @Nullable Object>> VARIABLES = new TypeReference<>() {};
    private static final int WEATHERS = 12;

    private static final Domain DOMAIN = Domain.load();
    private static final World WORLD = World.load();
    private static final Monolith MONOLITH = new Monolith(DOMAIN, WORLD);
    private static final List<Bench> BENCHES = Split.loadAll().stream()
            .map(split -> new Bench(DOMAIN, WORLD, MONOLITH, split))
            .toList();

    static List<String> files() {
        return Resource.list("../differential-regressions");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isAnsweredAsByOneServer(String file) {
        String text = Resource.text("../differential-regressions/" + file);
        Document document = Parser.parse(text);
        String variables = text.lines().findFirst().orElseThrow().substring(1);
        Operation operation = new Operation(document, Resource.parse(variables, VARIABLES));

        for (Bench bench : BENCHES) {
            for (int seed = 0; seed < WEATHERS; seed++) {
                Trial trial = new Trial(operation, bench.weather(seed, seed * 15));
                assertThat(bench.difference(trial))
                        .as(() -> Report.of(bench, trial.weather().seed(), trial))
                        .isEmpty();
            }
        }
    }
}
