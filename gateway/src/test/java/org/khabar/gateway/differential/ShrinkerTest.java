package org.khabar.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private final Domain domain = Domain.load();

    private String shrunk(String operation, String needed) {
        Trial failing = new Trial(
                new Operation(Parser.parse(operation), Map.of("on", true)),
                new Weather(1, 50, java.util.Set.of(), java.util.Set.of()));
        Trial small =
                new Shrinker(domain.schema(), trial -> trial.operation().text().contains(needed)).shrink(failing);
        assertThat(small.weather()).isEqualTo(Weather.CALM);
        return small.operation().text().replaceAll("\\s+", " ").trim();
    }

    @Test
    void keepsOnlyTheWayToWhatFails() {
        String operation = """
                query Op($on: Boolean!) {
                  motto
                  people(first: 2) { name ...F @include(if: $on) }
                }
                fragment F on Person { born friend: mentor { ... on Maker { name homeTown { city geo { lat } } } } }
                """;

        assertThat(shrunk(operation, "lat")).isEqualTo("query Op { people { mentor { homeTown { geo { lat } } } } }");
    }

    @Test
    void dropsArgumentsAndDirectivesOneByOne() {
        String operation = "query ($on: Boolean!) { f: film(id: \"f1\") { pitch(words: 2) @skip(if: $on) slug } }";

        assertThat(shrunk(operation, "@skip"))
                .isEqualTo("query ($on: Boolean!) { film(id: \"f1\") { pitch @skip(if: $on) } }");
    }
}
