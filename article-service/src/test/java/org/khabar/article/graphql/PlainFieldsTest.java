package org.khabar.article.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.LightDataFetcher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.testing.PostgresResource;

/** Which way the engine reads fields; what it reads is for the golden queries to say. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PlainFieldsTest {

    private final GraphQLSchema schema;

    PlainFieldsTest(GraphQLSchema schema) {
        this.schema = schema;
    }

    @ParameterizedTest
    @CsvSource({"Article,headline", "Article,publishedAt", "ArticleConnection,nodes", "Outlet,names", "Block,position"})
    void whatIsAMethodOfAnObjectCostsNoContext(String type, String field) {
        assertThat(fetcher(type, field)).isInstanceOf(LightDataFetcher.class);
    }

    @ParameterizedTest
    @CsvSource({"Query,articles", "Article,outlet", "ArticleConnection,totalCount"})
    void resolversAreCalledAsQuarkusCallsThem(String type, String field) {
        assertThat(fetcher(type, field)).isNotInstanceOf(LightDataFetcher.class);
    }

    private DataFetcher<?> fetcher(String type, String field) {
        GraphQLObjectType object = schema.getObjectType(type);
        return schema.getCodeRegistry()
                .getDataFetcher(FieldCoordinates.coordinates(type, field), object.getFieldDefinition(field));
    }
}
