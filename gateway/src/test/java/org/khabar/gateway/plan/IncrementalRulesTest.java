package org.khabar.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@code @defer} and {@code @stream}. */
class IncrementalRulesTest {
    private static final GraphQLSchema SCHEMA =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
            type Query { book: Book books: [Book!]! }
            type Mutation { add: Book addAll: [Book] }
            type Subscription { added: Book }
            type Book { title: String authors: [Person] tags: [String!]! }
            type Person { name: String }
            """));

    private static List<String> check(String query) {
        return IncrementalRules.check(SCHEMA, Parser.parse(query)).stream()
                .map(IncrementalRules.Violation::message)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ book { title } }",
                "{ ... @defer { book { title } } }",
                "{ books @stream(initialCount: 2, label: \"b\") { authors @stream { name } ... @defer(label: \"c\") { title } } }",
                "{ book { tags @stream(label: null) } }",
                "query ($a: Boolean!, $n: Int) { books @stream(if: $a, initialCount: $n) { title } }",
                "mutation { add { ... @defer { title } authors @stream { name } } }",
                "mutation { ... @defer(if: false) { add { title } } }",
                "subscription { added { ... @defer { title } } }"
            })
    void isAllowed(String query) {
        assertThat(check(query)).isEmpty();
    }

    @Test
    void labelsAreStaticAndDiffer() {
        assertThat(check("query ($l: String) { ... @defer(label: $l) { book { title } } }"))
                .containsExactly("The label of @defer must be a string, not a variable");
        assertThat(check("{ ... @defer(label: \"x\") { book { title } } books @stream(label: \"x\") { title } }"))
                .containsExactly("The label 'x' is used more than once");
    }

    @Test
    void listsAloneAreStreamed() {
        assertThat(check("{ book @stream { title } }")).containsExactly("@stream is for lists, and book is none");
        assertThat(check("{ book { ...T } } fragment T on Book { title @stream }"))
                .containsExactly("@stream is for lists, and title is none");
        assertThat(check("{ books @stream(initialCount: -1) { title } }"))
                .containsExactly("initialCount must not be negative");
    }

    @Test
    void rootFieldsOfMutationsAndSubscriptionsComeAtOnce() {
        assertThat(check("mutation { ... @defer { add { title } } }"))
                .containsExactly("@defer is not for root fields of a mutation");
        assertThat(check("mutation { ...M } fragment M on Mutation { addAll @stream { title } }"))
                .containsExactly("@stream is not for root fields of a mutation");
        assertThat(check("subscription { ... @defer { added { title } } }"))
                .containsExactly("@defer is not for root fields of a subscription");
    }
}
