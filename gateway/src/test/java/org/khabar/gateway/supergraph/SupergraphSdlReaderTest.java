package org.khabar.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQL;
import graphql.Scalars;
import graphql.language.Document;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupergraphSdlReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"v0.1", "v0.2", "v0.3", "v0.4", "v0.5"})
    void clientsSeeNoMachinery(String version) throws IOException {
        Supergraph supergraph = read(version);

        assertThat(supergraph.apiSchema().getAllTypesAsList())
                .extracting(type -> type.getName())
                .noneMatch(name -> name.contains("join__") || name.contains("link__") || name.contains("core__"));
        assertThat(supergraph.apiSchema().getDirectives())
                .extracting(directive -> directive.getName())
                .noneMatch(name -> name.contains("join") || name.equals("link") || name.equals("inaccessible"));
        assertThat(supergraph.types().keySet()).noneMatch(name -> name.contains("__"));
    }

    @Test
    void federation1EntitiesKnowTheirOwnerAndTheirExtensions() throws IOException {
        Supergraph supergraph = read("v0.1");
        FieldedType article = supergraph.findFieldedType("Article").orElseThrow();

        assertThat(article.keysIn("entities"))
                .extracting(key -> key.fields().text())
                .containsExactly("id");
        assertThat(article.getField("id").sources().keySet()).containsExactlyInAnyOrder("articles", "entities");
        assertThat(article.getField("kind").sources().keySet()).containsExactly("articles");
        assertThat(article.getField("headline").getSource("entities").external())
                .isTrue();
        assertThat(article.getField("mentions").getSource("entities").requires())
                .hasToString("headline");
    }

    @Test
    void federation1ValueTypesBelongToWhoeverCanComeToThem() throws IOException {
        Supergraph supergraph = read("v0.1");

        assertThat(supergraph.getType("Name").subgraphs()).containsExactlyInAnyOrder("articles", "entities");
        assertThat(supergraph.getType("Kind").subgraphs()).containsExactly("articles");
        assertThat(supergraph.getType("Person").subgraphs()).containsExactly("entities");
        assertThat(supergraph.possibleTypesIn("Named", "entities")).containsExactly("Person");
    }

    @Test
    void keyFieldsOfAnExtensionAreResolvedThereThoughMarkedExternal() throws IOException {
        FieldedType article = read("v0.2").findFieldedType("Article").orElseThrow();

        assertThat(article.getField("id").getSource("entity-service").isResolvable())
                .isTrue();
        assertThat(article.getField("headline").getSource("entity-service").isResolvable())
                .isFalse();
    }

    @Test
    void unionsThatListNoMembersBySubgraphHaveThoseThatTheSubgraphKnows() throws IOException {
        Supergraph supergraph = read("v0.2");

        assertThat(supergraph.possibleTypesIn("Hit", "articles")).containsExactly("Article");
        assertThat(supergraph.possibleTypesIn("Hit", "entity-service")).containsExactly("Article", "Person");
        assertThat(supergraph.possibleTypes("Hit")).containsExactlyInAnyOrder("Article", "Person");
    }

    @Test
    void aSubgraphWithoutAddressHasNone() throws IOException {
        Supergraph supergraph = read("v0.2");

        assertThat(supergraph.subgraphs().get("articles")).isEqualTo(new Subgraph("articles", "http://articles"));
        assertThat(supergraph.subgraphs().get("entity-service")).isEqualTo(new Subgraph("entity-service", null));
    }

    @Test
    void interfaceObjectsResolveFieldsThatObjectsOnlyInherit() throws IOException {
        Supergraph supergraph = read("v0.3");
        InterfaceType topic = (InterfaceType) supergraph.getType("Topic");

        assertThat(topic.getSource("entity-service").interfaceObject()).isTrue();
        assertThat(supergraph.possibleTypesIn("Topic", "entity-service")).isEmpty();
        assertThat(supergraph
                        .findFieldedType("Person")
                        .orElseThrow()
                        .getField("score")
                        .sources())
                .isEmpty();
    }

    @Test
    void enumValuesKnowWhoKnowsThem() throws IOException {
        EnumType kind = (EnumType) read("v0.3").getType("Kind");

        assertThat(kind.getValue("OPINION").subgraphs()).containsExactly("entity-service");
        assertThat(kind.getValue("SECRET").traits().inaccessible()).isTrue();
    }

    @Test
    void whatIsInaccessibleIsNotInTheApi() throws IOException {
        Supergraph supergraph = read("v0.3");
        GraphQLSchema api = supergraph.apiSchema();

        assertThat(api.getObjectType("Query").getField("draft")).isNull();
        assertThat(api.getType("Draft")).isNull();
        assertThat(supergraph.findFieldedType("Query").orElseThrow().findField("draft"))
                .isPresent();
        assertThat(validate(api, "{ kind topic { id score } }")).isEmpty();
        assertThat(validate(api, "{ draft { text } }")).hasSize(1);
    }

    @Test
    void standardDirectivesStayInTheApi() throws IOException {
        Supergraph supergraph = read("v0.3");

        assertThat(introspect(supergraph, "{ __type(name: \"By\") { isOneOf } }"))
                .hasToString("{__type={isOneOf=true}}");
        assertThat(introspect(supergraph, "{ __type(name: \"DateTime\") { specifiedByURL } }"))
                .hasToString("{__type={specifiedByURL=https://scalars.graphql.org/andimarek/date-time.html}}");
        assertThat(introspect(supergraph, "{ __type(name: \"Query\") { fields { name } } }"))
                .hasToString("{__type={fields=[{name=topic}, {name=kind}]}}");
        assertThat(supergraph.apiSchema().getDirective("uppercase")).isNotNull();
    }

    @Test
    void customScalarsTakeAnyValueInValidation() throws IOException {
        GraphQLSchema api = read("v0.3").apiSchema();

        assertThat(validate(api, "{ by(by: {at: {deep: [1, \"x\", null]}}) }")).isEmpty();
        assertThat(validate(api, "{ by(by: {at: 1, id: 2}) }")).isNotEmpty();
        assertThat(api.getType("String")).isSameAs(Scalars.GraphQLString);
    }

    @Test
    void renamedFeaturesAreUnderstood() throws IOException {
        FieldedType query = read("v0.3").findFieldedType("Query").orElseThrow();

        assertThat(query.getField("topic").traits().tags()).containsExactly("public");
    }

    @Test
    void overridesAreForGoodOrUnderALabel() throws IOException {
        FieldedType article = read("v0.4").findFieldedType("Article").orElseThrow();

        assertThat(article.getField("slug").getSource("articles").isResolvable())
                .isFalse();
        assertThat(article.getField("slug").overriders("articles"))
                .extracting(FieldSource::override)
                .containsExactly(new FieldOverride("articles", null));
        assertThat(article.getField("views").getSource("articles").isResolvable())
                .isTrue();
        assertThat(article.getField("views").overriders("articles"))
                .extracting(FieldSource::override)
                .containsExactly(new FieldOverride("articles", "percent(5)"));
    }

    @Test
    void whoMaySeeAnElementIsKept() throws IOException {
        Supergraph supergraph = read("v0.4");
        FieldedType article = supergraph.findFieldedType("Article").orElseThrow();

        assertThat(supergraph
                        .findRoot(Operation.QUERY)
                        .orElseThrow()
                        .getField("article")
                        .traits()
                        .access())
                .isEqualTo(new AccessRule(true, List.of(), List.of()));
        assertThat(article.getField("views").traits().access().scopes())
                .containsExactly(Set.of("stats:read", "articles:read"), Set.of("admin"));
        assertThat(article.getField("author").traits().access().policies()).containsExactly(Set.of("insider"));
    }

    @Test
    void aFieldMayHaveAnotherTypeInItsSubgraph() throws IOException {
        SupergraphField author =
                read("v0.4").findFieldedType("Article").orElseThrow().getField("author");

        assertThat(author.type()).hasToString("Author");
        assertThat(author.getSource("articles").type()).hasToString("Author!");
        assertThat(author.getSource("articles").provides()).hasToString("name");
    }

    @Test
    void contextsAndCostsAreKept() throws IOException {
        Supergraph supergraph = read("v0.5");
        FieldedType query = supergraph.findFieldedType("Query").orElseThrow();
        SupergraphField title =
                supergraph.findFieldedType("Article").orElseThrow().getField("title");

        assertThat(query.getField("reader").traits().cost()).isEqualTo(3);
        assertThat(query.getField("articles").traits().listSize())
                .isEqualTo(new ListSize(null, List.of("first"), List.of(), false));
        assertThat(supergraph
                        .findFieldedType("Reader")
                        .orElseThrow()
                        .getSource("articles")
                        .contexts())
                .containsExactly("articles__reader");
        assertThat(title.getSource("articles").contextArguments())
                .containsExactly(new ContextArgument(
                        "articles__reader", "language", TypeRef.parse("String"), FieldSet.parse("language")));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> SupergraphSdlReader.read("type Query { a: Int }"))
                .isInstanceOf(InvalidSupergraphException.class)
                .hasMessageContaining("join");
        assertThatThrownBy(() -> SupergraphSdlReader.read("type Query {"))
                .isInstanceOf(InvalidSupergraphException.class);
        assertThatThrownBy(() -> SupergraphSdlReader.read(
                        sdl("v0.5").replace("@join__type(graph: ARTICLES) {", "@join__type(graph: NOWHERE) {")))
                .isInstanceOf(InvalidSupergraphException.class)
                .hasMessageContaining("NOWHERE");
    }

    private static Object introspect(Supergraph supergraph, String query) {
        return GraphQL.newGraphQL(supergraph.apiSchema()).build().execute(query).getData();
    }

    private static List<ValidationError> validate(GraphQLSchema schema, String query) {
        Document document = Parser.parse(query);
        return new Validator().validateDocument(schema, document, Locale.ENGLISH);
    }

    private static Supergraph read(String version) throws IOException {
        return SupergraphSdlReader.read(sdl(version));
    }

    private static String sdl(String version) throws IOException {
        return Files.readString(Path.of("src/test/resources/supergraph/join/" + version + ".graphql"));
    }
}
