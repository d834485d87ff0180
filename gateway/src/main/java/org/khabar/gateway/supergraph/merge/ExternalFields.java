package org.khabar.gateway.supergraph.merge;

import static org.khabar.gateway.supergraph.CompositionCode.EXTERNAL_ARGUMENT_DEFAULT_MISMATCH;
import static org.khabar.gateway.supergraph.CompositionCode.EXTERNAL_ARGUMENT_MISSING;
import static org.khabar.gateway.supergraph.CompositionCode.EXTERNAL_ARGUMENT_TYPE_MISMATCH;
import static org.khabar.gateway.supergraph.CompositionCode.EXTERNAL_TYPE_MISMATCH;

import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.CompositionCode;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.subgraph.FieldCoordinate;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;

/** An external field must be declared as those declare it that resolve it. */
final class ExternalFields {
    private final MergeContext context;
    private final FieldCoordinate field;

    private ExternalFields(MergeContext context, FieldCoordinate field) {
        this.context = context;
        this.field = field;
    }

    static void check(
            MergeContext context, FieldCoordinate field, FieldDefinition merged, Map<String, FieldDecl> sources) {
        ExternalFields check = new ExternalFields(context, field);
        sources.forEach((subgraph, source) -> {
            if (source.external()) {
                check.check(subgraph, source, merged);
            }
        });
    }

    private void check(String subgraph, FieldDecl source, FieldDefinition merged) {
        TypeRef type = TypeRef.of(merged.getType());
        if (!context.relations().isSubtype(type, source.type())) {
            error(
                    EXTERNAL_TYPE_MISMATCH,
                    subgraph,
                    field.toString(),
                    "is " + source.type() + ", but those that resolve it say " + type);
        }
        merged.getInputValueDefinitions().forEach(argument -> checkArgument(subgraph, source, argument));
    }

    private void checkArgument(String subgraph, FieldDecl source, InputValueDefinition merged) {
        String coordinate = field + "(" + merged.getName() + ":)";
        InputValueDecl argument = source.arguments().get(merged.getName());
        if (argument == null) {
            error(EXTERNAL_ARGUMENT_MISSING, subgraph, coordinate, "lacks the argument " + merged.getName());
            return;
        }
        TypeRef type = TypeRef.of(merged.getType());
        if (!TypeRelations.isStricterInput(type, argument.type())) {
            error(
                    EXTERNAL_ARGUMENT_TYPE_MISMATCH,
                    subgraph,
                    coordinate,
                    "has the argument type " + argument.type() + ", but those that resolve it say " + type);
        }
        if (!print(argument.defaultValue()).equals(print(merged.getDefaultValue()))) {
            error(
                    EXTERNAL_ARGUMENT_DEFAULT_MISMATCH,
                    subgraph,
                    coordinate,
                    "has another default for " + merged.getName() + " than those that resolve it");
        }
    }

    private static String print(@Nullable Value<?> value) {
        return value == null ? "" : AstPrinter.printAst(value);
    }

    private void error(CompositionCode code, String subgraph, String coordinate, String what) {
        context.log()
                .error(
                        code,
                        subgraph,
                        coordinate,
                        "@external field " + field + " of \"" + subgraph + "\" " + what + ".");
    }
}
