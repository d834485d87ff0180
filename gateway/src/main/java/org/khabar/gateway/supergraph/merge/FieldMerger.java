package org.khabar.gateway.supergraph.merge;

import static org.khabar.gateway.supergraph.CompositionCode.EXTERNAL_MISSING_ON_BASE;
import static org.khabar.gateway.supergraph.CompositionCode.FIELD_TYPE_MISMATCH;

import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.subgraph.FieldCoordinate;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;

/** Merges one field of an object or interface. */
final class FieldMerger {
    private final MergeContext context;
    private final Overrides overrides;
    private final InputValueMerger arguments;
    private final MergedDirectives directives;
    private final JoinFields joinFields;
    private final FieldSharing sharing;
    private final InheritedAccess inherited;

    FieldMerger(MergeContext context, Overrides overrides) {
        this.context = context;
        this.overrides = overrides;
        this.arguments = new InputValueMerger(context, InputValueMerger.Codes.ARGUMENT);
        this.directives = new MergedDirectives(context.composed());
        this.joinFields = new JoinFields(context, overrides);
        this.sharing = new FieldSharing(context, overrides);
        this.inherited = new InheritedAccess(context);
    }

    /**
     * Merges a field.
     *
     * @param type the declarations of its type, by subgraph
     * @param declared the field's declarations, by subgraph
     * @return empty when it cannot be merged, or moved away from every subgraph that is left
     */
    Optional<FieldDefinition> merge(FieldedSources type, String name, Map<String, FieldDecl> declared) {
        FieldCoordinate coordinate = new FieldCoordinate(type.name(), name);
        Map<String, FieldDecl> sources = new LinkedHashMap<>(declared);
        sources.keySet().removeIf(subgraph -> overrides.isGone(coordinate, subgraph));
        Map<String, FieldDecl> resolving = new LinkedHashMap<>(sources);
        resolving.values().removeIf(FieldDecl::external);
        resolving.keySet().removeIf(subgraph -> overrides.isUsed(coordinate, subgraph));
        if (resolving.isEmpty() && isInherited(coordinate)) {
            resolving.putAll(sources);
        }
        if (resolving.isEmpty()) {
            reportExternalOnly(coordinate, sources);
            return Optional.empty();
        }
        sharing.check(coordinate, type.isInterface() ? type.onlyObjects(sources) : sources);
        return mergeTypes(coordinate, resolving).map(merged -> {
            FieldDefinition field = define(coordinate, merged, resolving, inherited.ofField(type, name));
            ExternalFields.check(context, coordinate, field, sources);
            return field.transform(copy ->
                    copy.directives(concat(joinFields.of(type, coordinate, merged, sources), field.getDirectives())));
        });
    }

    /** Whether a subgraph resolves the field for an interface of the type that it knows as an object. */
    private boolean isInherited(FieldCoordinate coordinate) {
        return context.subgraphs().stream()
                .anyMatch(subgraph -> !InterfaceObjects.abstracting(
                                context, coordinate.type(), coordinate.field(), subgraph.name())
                        .isEmpty());
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private void reportExternalOnly(FieldCoordinate coordinate, Map<String, FieldDecl> sources) {
        context.log()
                .error(
                        EXTERNAL_MISSING_ON_BASE,
                        List.copyOf(sources.keySet()),
                        coordinate.toString(),
                        "Field " + coordinate + " is @external in " + Names.list(sources.keySet())
                                + ", but no subgraph resolves it.");
    }

    private Optional<TypeRef> mergeTypes(FieldCoordinate coordinate, Map<String, FieldDecl> resolving) {
        Map<String, TypeRef> types = new LinkedHashMap<>();
        resolving.forEach((subgraph, field) -> types.put(subgraph, field.type()));
        Optional<TypeRef> merged = TypeMerge.output(types.values(), context.relations());
        if (merged.isEmpty()) {
            context.log()
                    .error(
                            FIELD_TYPE_MISMATCH,
                            List.copyOf(types.keySet()),
                            coordinate.toString(),
                            "Field " + coordinate + " has types that do not fit: " + TypeMerge.describe(types) + ".");
        }
        return merged;
    }

    private FieldDefinition define(
            FieldCoordinate coordinate,
            TypeRef type,
            Map<String, FieldDecl> resolving,
            List<Annotations> fromInterfaces) {
        Map<String, Map<String, InputValueDecl>> owners = new LinkedHashMap<>();
        resolving.forEach((subgraph, field) -> owners.put(subgraph, field.arguments()));
        List<InputValueDefinition> merged = arguments.merge(coordinate + "(%s:)", owners);
        return FieldDefinition.newFieldDefinition()
                .name(coordinate.field())
                .description(Descriptions.first(resolving.values().stream().map(FieldDecl::description)))
                .type(Ast.type(type))
                .inputValueDefinitions(merged)
                .directives(directives.of(concat(
                        resolving.values().stream().map(FieldDecl::annotations).toList(), fromInterfaces)))
                .build();
    }
}
