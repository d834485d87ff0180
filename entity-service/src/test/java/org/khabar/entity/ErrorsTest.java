package org.khabar.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.ServiceResource;

/** How requests are refused. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ErrorsTest {

    @Inject
    Database database;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    first: 101              | LIMIT_EXCEEDED | first is 101; the limit is 100.
                    last: 101               | LIMIT_EXCEEDED | last is 101; the limit is 100.
                    first: -1               | BAD_USER_INPUT | first is -1; it cannot be negative.
                    first: 1, last: 1       | BAD_USER_INPUT | Give first or last, not both.
                    after: "garbage"        | BAD_USER_INPUT | after is not a cursor of this connection.
                    before: "b3RoZXIsMQ"    | BAD_USER_INPUT | before is not a cursor of this connection.
                    """)
    void argumentsOfAConnectionThatCannotBeUsedAreNamed(String arguments, String code, String message) {
        JsonPath answer = Graphql.ask("{ entities(" + arguments + ") { totalCount } }");

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo(code);
        assertThat(answer.getString("errors[0].message")).isEqualTo(message);
    }

    @Test
    void aTextThatIsTooLongIsNotAnnotated() {
        JsonPath answer = Graphql.ask(
                "query($text: String!) { annotate(text: $text) { surface } }", Map.of("text", "ا".repeat(50_001)));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.getString("errors[0].message")).isEqualTo("text has 50001 characters; the limit is 50000.");
    }

    @Test
    void textsOfOneRequestAreBoundedTogether() {
        JsonPath answer = Graphql.ask(
                "query($text: String!) { a: annotate(text: $text) { surface } b: annotate(text: $text) { surface }"
                        + " c: annotate(text: $text) { surface } d: annotate(text: $text) { surface }"
                        + " e: annotate(text: $text) { surface } }",
                Map.of("text", "ا".repeat(50_000)));

        assertThat(answer.getList("errors.extensions.code", String.class)).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void aSearchThatIsTooLongIsNotMade() {
        JsonPath answer = Graphql.ask(
                "query($search: String) { entities(search: $search) { totalCount } }",
                Map.of("search", "ا".repeat(201)));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void aDocumentThatAsksForWhatThereIsNotIsRefused() {
        assertThat(Graphql.ask("{ unknownField }").getString("errors[0].extensions.code"))
                .isEqualTo("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void aDocumentThatIsNoGraphqlIsAnsweredWithAnError() {
        assertThat(Graphql.ask("{ entities( }").getString("errors[0].message")).isEqualTo("Unparseable input document");
    }

    @Test
    void anUnexpectedFailureSaysNothingOfItself() {
        database.execute("alter table entity_external_id rename to entity_external_id_away");
        try {
            JsonPath answer = Graphql.ask("{ entities(first: 1) { nodes { externalIds { value } } } }");

            assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INTERNAL");
            assertThat(answer.prettify()).doesNotContain("Exception", "entity_external_id", "org.");
        } finally {
            database.execute("alter table entity_external_id_away rename to entity_external_id");
        }
    }
}
