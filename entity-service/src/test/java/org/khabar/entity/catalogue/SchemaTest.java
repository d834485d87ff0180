package org.khabar.entity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.ServiceResource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class SchemaTest {

    @Test
    void linksFederation2AndImportsWhatItUses() {
        assertThat(sdl())
                .contains("url : \"https://specs.apollo.dev/federation/v2.7\"")
                .contains("\"@key\"", "\"@shareable\"");
    }

    /** Run with {@code -Dkhabar.write.expectations=true} to write a changed schema down. */
    @Test
    void isTheSchemaThatOthersComposeWith() throws IOException {
        if (Boolean.getBoolean("khabar.write.expectations")) {
            Files.writeString(Path.of("src/test/resources/expectations/schema.graphql"), sdl());
        }

        try (InputStream stream = SchemaTest.class.getResourceAsStream("/expectations/schema.graphql")) {
            assertThat(sdl())
                    .isEqualTo(new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void definesNothingTwice() {
        assertThat(new SchemaParser().parse(sdl()).types()).containsKeys("Article", "Entity", "Person", "Mention");
    }

    @Test
    void articlesAndEntitiesHaveTheKeyId() {
        assertThat(sdl())
                .contains("type Article @key(fields : \"id\")")
                .contains("interface Entity @key(fields : \"id\")")
                .contains("type Person implements Entity @key(fields : \"id\")")
                .contains("type Organization implements Entity @key(fields : \"id\")")
                .contains("type Place implements Entity @key(fields : \"id\")")
                .contains("type Event implements Entity @key(fields : \"id\")")
                .contains("type Work implements Entity @key(fields : \"id\")");
    }

    @Test
    void typesThatOtherServicesHaveTooAreShareable() {
        assertThat(sdl()).contains("type Name @shareable", "type PageInfo @shareable");
    }

    @Test
    void listsOfTypesMayBeLeftOut() {
        assertThat(sdl())
                .contains("mentions(minConfidence: Float, types: [EntityType!]): [Mention!]")
                .contains("search: String, types: [EntityType!]): EntityConnection!");
    }

    @Test
    void whatThisServiceAddsToAnArticleMayBeMissing() {
        assertThat(sdl()).doesNotContain("): [Mention!]!", "): ArticleEntityConnection!");
    }

    @Test
    void everyTypeOfEntityHasTheInterfacesFields() {
        Document document = new Parser().parseDocument(sdl());
        InterfaceTypeDefinition entity = definition(document, "Entity", InterfaceTypeDefinition.class);
        for (String type : new String[] {"Person", "Organization", "Place", "Event", "Work"}) {
            assertThat(definition(document, type, ObjectTypeDefinition.class).getFieldDefinitions())
                    .extracting(field -> field.getName())
                    .containsAll(entity.getFieldDefinitions().stream()
                            .map(field -> field.getName())
                            .toList());
        }
    }

    private static <T extends SDLDefinition<?>> T definition(Document document, String name, Class<T> type) {
        return document.getDefinitionsOfType(type).stream()
                .filter(definition -> definition.toString().contains("name='" + name + "'"))
                .findFirst()
                .orElseThrow();
    }

    private static String sdl() {
        return Graphql.ask("{ _service { sdl } }").getString("data._service.sdl");
    }
}
