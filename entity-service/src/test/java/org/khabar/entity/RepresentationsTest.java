package org.khabar.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.ServiceResource;

/** What a gateway may send to {@code _entities}. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class RepresentationsTest {

    private static final String RESOLVE =
            "query($all: [_Any!]!) { _entities(representations: $all) { __typename ... on Place { name(language: \"en\") { text } } } }";

    @Inject
    Database database;

    @Test
    void fieldsBesideTheKeyAreNoHindrance() {
        JsonPath answer = resolve(
                Map.of("__typename", "Place", "id", egypt(), "country", "EG", "names", List.of(Map.of("text", "مصر"))));

        assertThat(answer.getList("errors")).isNullOrEmpty();
        assertThat(answer.getString("data._entities[0].name.text")).isEqualTo("Egypt");
    }

    @Test
    void oneThatCannotBeResolvedLeavesTheOthersAlone() {
        JsonPath answer = resolve(
                Map.of("__typename", "Planet", "id", "1"),
                Map.of("__typename", "Place", "id", egypt()),
                Map.of("__typename", "Place"),
                Map.of("id", "1"),
                Map.of("__typename", "Name", "id", "1"));

        assertThat(answer.<Map<String, Object>>getList("data._entities"))
                .satisfiesExactly(
                        unknown -> assertThat(unknown).isNull(),
                        place -> assertThat(place).containsEntry("__typename", "Place"),
                        keyless -> assertThat(keyless).isNull(),
                        nameless -> assertThat(nameless).isNull(),
                        value -> assertThat(value).isNull());
        assertThat(answer.getList("errors.extensions.code")).hasSize(4).containsOnly("BAD_USER_INPUT");
        assertThat(answer.getList("errors.path"))
                .containsExactly(
                        List.of("_entities", 0),
                        List.of("_entities", 2),
                        List.of("_entities", 3),
                        List.of("_entities", 4));
        assertThat(answer.getString("errors[0].message"))
                .isEqualTo("The representation cannot be resolved: there is no entity of type Planet here.");
    }

    @Test
    void noneIsAnsweredWithNone() {
        assertThat(resolve().getList("data._entities")).isEmpty();
    }

    private String egypt() {
        return database.entity("cldr:territory/EG");
    }

    private static JsonPath resolve(Map<?, ?>... representations) {
        return Graphql.ask(RESOLVE, Map.of("all", List.of(representations)));
    }
}
