package org.khabar.gateway.supergraph.merge;

import graphql.language.Directive;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;

/**
 * Who may see what is said of an interface holds for the types that implement it, in whatever subgraph: otherwise a
 * type condition would be a way around it.
 */
final class InheritedAccess {
    private static final List<FederationDirective> ACCESS =
            List.of(FederationDirective.AUTHENTICATED, FederationDirective.REQUIRES_SCOPES, FederationDirective.POLICY);

    private final MergeContext context;

    InheritedAccess(MergeContext context) {
        this.context = context;
    }

    /** What interfaces say of a type. */
    List<Annotations> ofType(FieldedSources type) {
        return interfaces(type)
                .map(declared -> accessOnly(declared.header().annotations()))
                .toList();
    }

    /** What interfaces say of a type's field. */
    List<Annotations> ofField(FieldedSources type, String field) {
        return interfaces(type)
                .flatMap(declared -> Stream.ofNullable(declared.fields().get(field)))
                .map(FieldDecl::annotations)
                .map(InheritedAccess::accessOnly)
                .toList();
    }

    private Stream<FieldedDecl> interfaces(FieldedSources type) {
        Set<String> names = new LinkedHashSet<>();
        type.bySubgraph().values().forEach(declared -> names.addAll(declared.interfaces()));
        return names.stream()
                .flatMap(name -> context.subgraphs().stream().flatMap(subgraph -> subgraph.findFielded(name).stream()));
    }

    private static Annotations accessOnly(Annotations annotations) {
        Map<FederationDirective, List<Directive>> access = new EnumMap<>(FederationDirective.class);
        ACCESS.stream()
                .filter(annotations::has)
                .forEach(directive -> access.put(directive, annotations.all(directive)));
        return new Annotations(access, List.of());
    }
}
