package org.khabar.entity.graphql;

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
import org.khabar.entity.testing.ServiceResource;

/** Which way the engine reads fields; what it reads is for the golden queries to say. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class PlainFieldsTest {

    private final GraphQLSchema schema;

    PlainFieldsTest(GraphQLSchema schema) {
        this.schema = schema;
    }

    @ParameterizedTest
    @CsvSource({"Mention,surface", "Mention,start", "Mention,entity", "Person,id", "Name,text"})
    void whatIsAMethodOfAnObjectCostsNoContext(String type, String field) {
        assertThat(fetcher(type, field)).isInstanceOf(LightDataFetcher.class);
    }

    @ParameterizedTest
    @CsvSource({"Person,name", "Place,aliases", "Organization,foundingDate"})
    void whatIsReadForAllEntitiesOfALevelCostsNoThreadForEach(String type, String field) {
        assertThat(fetcher(type, field)).isInstanceOf(SameThreadFetcher.class);
    }

    @ParameterizedTest
    @CsvSource({"Query,entities", "Article,mentions", "Person,coMentioned"})
    void resolversThatReadAreCalledAsQuarkusCallsThem(String type, String field) {
        assertThat(fetcher(type, field)).isNotInstanceOfAny(LightDataFetcher.class, SameThreadFetcher.class);
    }

    private DataFetcher<?> fetcher(String type, String field) {
        GraphQLObjectType object = schema.getObjectType(type);
        return schema.getCodeRegistry()
                .getDataFetcher(FieldCoordinates.coordinates(type, field), object.getFieldDefinition(field));
    }
}
