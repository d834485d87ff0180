package org.khabar.gateway.supergraph.merge;

import graphql.language.Directive;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.subgraph.ScalarDecl;
import org.khabar.gateway.supergraph.subgraph.TypeDecl;
import org.khabar.gateway.supergraph.subgraph.UnionDecl;

/** Merges unions, whose members are united, and scalars. */
final class LeafTypeMerger {
    private final MergeContext context;
    private final MergedDirectives directives;

    LeafTypeMerger(MergeContext context) {
        this.context = context;
        this.directives = new MergedDirectives(context.composed());
    }

    UnionTypeDefinition mergeUnion(String name, Map<String, UnionDecl> sources) {
        Set<String> members = new LinkedHashSet<>();
        sources.values().forEach(union -> members.addAll(union.members()));
        List<Directive> all = new ArrayList<>(joinTypes(context, sources.keySet()));
        sources.forEach((subgraph, union) -> union.members()
                .forEach(member -> all.add(Ast.directive(
                        "join__unionMember",
                        Ast.name("graph", context.graph(subgraph)),
                        Ast.string("member", member)))));
        sources.forEach((subgraph, union) -> all.addAll(Contexts.directives(subgraph, union)));
        all.addAll(merged(sources.values()));
        return UnionTypeDefinition.newUnionTypeDefinition()
                .name(name)
                .description(Descriptions.first(
                        sources.values().stream().map(union -> union.header().description())))
                .memberTypes(members.stream()
                        .<Type>map(member -> TypeName.newTypeName(member).build())
                        .toList())
                .directives(all)
                .build();
    }

    ScalarTypeDefinition mergeScalar(String name, Map<String, ScalarDecl> sources) {
        List<Directive> all = new ArrayList<>(joinTypes(context, sources.keySet()));
        all.addAll(merged(sources.values()));
        return ScalarTypeDefinition.newScalarTypeDefinition()
                .name(name)
                .description(Descriptions.first(
                        sources.values().stream().map(scalar -> scalar.header().description())))
                .directives(all)
                .build();
    }

    private List<Directive> merged(Collection<? extends TypeDecl> sources) {
        return directives.of(sources.stream().map(TypeDecl::annotations).toList());
    }

    static List<Directive> joinTypes(MergeContext context, Collection<String> subgraphs) {
        return subgraphs.stream()
                .map(subgraph -> Ast.directive("join__type", Ast.name("graph", context.graph(subgraph))))
                .toList();
    }
}
