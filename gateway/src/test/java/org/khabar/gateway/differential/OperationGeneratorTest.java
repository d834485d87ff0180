package org.khabar.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OperationGeneratorTest {
    private final Domain domain = Domain.load();
    private final OperationGenerator generator = new OperationGenerator(domain, World.load());

    private List<Operation> sample() {
        return LongStream.range(0, 300).mapToObj(generator::generate).toList();
    }

    @Test
    void everyOperationIsValid() {
        assertThat(sample())
                .allSatisfy(operation -> assertThat(
                                new Validator().validateDocument(domain.schema(), operation.document(), Locale.ENGLISH))
                        .isEmpty());
    }

    @Test
    void aSeedAlwaysMakesTheSameOperation() {
        assertThat(generator.generate(42).text())
                .isEqualTo(generator.generate(42).text());
        assertThat(generator.generate(42).variables())
                .isEqualTo(generator.generate(42).variables());
    }

    @Test
    void allPartsOfTheLanguageOccur() {
        List<String> texts = sample().stream().map(Operation::text).toList();

        assertThat(texts).anyMatch(text -> text.startsWith("mutation"));
        for (String part : List.of(
                "@skip(if: $",
                "@include(if: $",
                "@skip(if: true)",
                "fragment F2 on",
                "__typename",
                "... on Maker",
                "... on Found",
                "... {",
                "id: ",
                "null",
                " = ",
                "{genre : ",
                ": [",
                "first: $")) {
            assertThat(texts).as(part).anyMatch(text -> text.contains(part));
        }
    }
}
