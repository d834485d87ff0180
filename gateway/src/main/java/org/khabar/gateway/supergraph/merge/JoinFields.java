package org.khabar.gateway.supergraph.merge;

import graphql.language.Argument;
import graphql.language.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.khabar.gateway.supergraph.FieldOverride;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.subgraph.FieldCoordinate;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;

/** Writes down which subgraph resolves a field and under which conditions. */
final class JoinFields {
    private final MergeContext context;
    private final Overrides overrides;

    JoinFields(MergeContext context, Overrides overrides) {
        this.context = context;
        this.overrides = overrides;
    }

    /** The directives; none when every subgraph with the type resolves the field in the same simple way. */
    List<Directive> of(FieldedSources type, FieldCoordinate field, TypeRef merged, Map<String, FieldDecl> sources) {
        List<Directive> joins = new ArrayList<>();
        sources.forEach((subgraph, source) ->
                joins.add(Ast.directive("join__field", arguments(subgraph, field, merged, source))));
        boolean everywhere = sources.keySet().equals(type.bySubgraph().keySet());
        boolean simple = joins.stream().allMatch(join -> join.getArguments().size() == 1);
        return everywhere && simple ? List.of() : joins;
    }

    private List<Argument> arguments(String subgraph, FieldCoordinate field, TypeRef merged, FieldDecl source) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Ast.name("graph", context.graph(subgraph)));
        source.requires().ifPresent(fields -> arguments.add(Ast.string("requires", normal(fields))));
        source.provides().ifPresent(fields -> arguments.add(Ast.string("provides", normal(fields))));
        if (!source.type().equals(merged)) {
            arguments.add(Ast.string("type", source.type().toString()));
        }
        if (source.external()) {
            arguments.add(Ast.bool("external", true));
        }
        source.override()
                .filter(override -> context.hasSubgraph(override.from()))
                .ifPresent(override -> addOverride(override, arguments));
        if (overrides.isUsed(field, subgraph)) {
            arguments.add(Ast.bool("usedOverridden", true));
        }
        overrides.findLabel(field, subgraph).ifPresent(label -> arguments.add(Ast.string("overrideLabel", label)));
        ContextArguments.of(subgraph, source).ifPresent(arguments::add);
        return arguments;
    }

    private static void addOverride(FieldOverride override, List<Argument> arguments) {
        arguments.add(Ast.string("override", override.from()));
        String label = override.label();
        if (label != null) {
            arguments.add(Ast.string("overrideLabel", label));
        }
    }

    static String normal(String fields) {
        return FieldSet.parse(fields).text();
    }
}
