package org.khabar.gateway.supergraph.merge;

import graphql.language.TypeDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.link.UsedDirectives;

/** The specifications whose directives a supergraph may carry, each linked when it is used. */
enum Feature {
    TAG("https://specs.apollo.dev/tag/v0.3", null, """
        directive @tag(name: String!) repeatable on FIELD_DEFINITION | INTERFACE | OBJECT | UNION | ARGUMENT_DEFINITION
          | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCHEMA
        """, "tag"),
    INACCESSIBLE("https://specs.apollo.dev/inaccessible/v0.2", "SECURITY", """
        directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM
          | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
        """, "inaccessible"),
    AUTHENTICATED(
            "https://specs.apollo.dev/authenticated/v0.1",
            "SECURITY",
            "directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM",
            "authenticated"),
    REQUIRES_SCOPES("https://specs.apollo.dev/requiresScopes/v0.1", "SECURITY", """
        directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE
          | SCALAR | ENUM
        scalar requiresScopes__Scope
        """, "requiresScopes"),
    POLICY("https://specs.apollo.dev/policy/v0.1", "SECURITY", """
        directive @policy(policies: [[policy__Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
        scalar policy__Policy
        """, "policy"),
    CONTEXT("https://specs.apollo.dev/context/v0.1", "SECURITY", """
        directive @context(name: String!) repeatable on INTERFACE | OBJECT | UNION
        directive @context__fromContext(field: context__ContextFieldValue) on ARGUMENT_DEFINITION
        scalar context__ContextFieldValue
        """, "context"),
    // One link for both directives: its namespace is the name of the first
    COST("https://specs.apollo.dev/cost/v0.1", null, """
        directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT
          | SCALAR
        directive @cost__listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!],
          requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
        """, "cost", "cost__listSize");

    /** What every supergraph defines. */
    static final String JOIN_AND_LINK_DEFINITIONS = """
        directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
        directive @join__graph(name: String!, url: String!) on ENUM_VALUE
        directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false,
          resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION
          | ENUM | INPUT_OBJECT | SCALAR
        directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String,
          external: Boolean, override: String, usedOverridden: Boolean, overrideLabel: String,
          contextArguments: [join__ContextArgument!]) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
        directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
        directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
        directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
        directive @join__directive(graphs: [join__Graph!], name: String!, args: join__DirectiveArguments) repeatable on
          SCHEMA | OBJECT | INTERFACE | FIELD_DEFINITION
        scalar join__FieldSet
        scalar join__FieldValue
        scalar join__DirectiveArguments
        scalar link__Import
        enum link__Purpose { SECURITY EXECUTION }
        input join__ContextArgument { name: String! type: String! context: String! selection: join__FieldValue! }
        """;

    private final String url;

    @SuppressWarnings("ImmutableEnumChecker")
    private final @Nullable String purpose;

    private final String definitions;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> directives;

    Feature(String url, @Nullable String purpose, String definitions, String... directives) {
        this.url = url;
        this.purpose = purpose;
        this.definitions = definitions;
        this.directives = List.of(directives);
    }

    String url() {
        return url;
    }

    @Nullable
    String purpose() {
        return purpose;
    }

    String definitions() {
        return definitions;
    }

    /** The features that types of a supergraph use. */
    static List<Feature> usedIn(List<TypeDefinition<?>> types) {
        Set<String> used = UsedDirectives.in(types);
        return Arrays.stream(values())
                .filter(feature -> feature.directives.stream().anyMatch(used::contains))
                .toList();
    }
}
