package org.khabar.gateway.supergraph.merge;

import static org.khabar.gateway.supergraph.CompositionCode.EXTENSION_WITH_NO_BASE;
import static org.khabar.gateway.supergraph.CompositionCode.NO_QUERIES;
import static org.khabar.gateway.supergraph.CompositionCode.TYPE_KIND_MISMATCH;

import graphql.language.Document;
import graphql.language.TypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.subgraph.EnumDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.InputObjectDecl;
import org.khabar.gateway.supergraph.subgraph.Roots;
import org.khabar.gateway.supergraph.subgraph.ScalarDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;
import org.khabar.gateway.supergraph.subgraph.TypeDecl;
import org.khabar.gateway.supergraph.subgraph.TypeKind;
import org.khabar.gateway.supergraph.subgraph.UnionDecl;

/** Merges subgraphs into a supergraph document. */
public final class Merger {
    private final MergeContext context;
    private final CompositionLog log;
    private final FieldedTypeMerger fielded;
    private final LeafTypeMerger leaves;
    private final InputObjectMerger inputs;

    private Merger(MergeContext context) {
        this.context = context;
        this.log = context.log();
        this.fielded = new FieldedTypeMerger(context, OverrideMerge.of(context));
        this.leaves = new LeafTypeMerger(context);
        this.inputs = new InputObjectMerger(context);
    }

    /** Merges valid subgraphs. What the log then holds tells whether the document means anything. */
    public static Document merge(List<SubgraphSchema> subgraphs, CompositionLog log) {
        return new Merger(new MergeContext(subgraphs, log)).merge();
    }

    private Document merge() {
        Map<String, Map<String, TypeDecl>> sources = sources();
        if (!sources.containsKey("Query")) {
            log.error(NO_QUERIES, names(), "Query", "No subgraph has a query; a schema needs at least one.");
        }
        List<TypeDefinition<?>> merged = new ArrayList<>();
        Map<String, Map<String, TypeDecl>> enums = new LinkedHashMap<>();
        sources.forEach((name, declared) -> findKind(name, declared).ifPresent(kind -> {
            if (kind == TypeKind.ENUM) {
                enums.put(name, declared);
            } else {
                merge(name, kind, declared).ifPresent(merged::add);
            }
        }));
        List<TypeDefinition<?>> types = new ArrayList<>(fielded.withInheritedFields(merged));
        // An enum is merged by where it is used, so everything else comes first
        EnumUse use = EnumUse.in(types);
        enums.forEach((name, declared) -> new EnumMerger(context, use)
                .merge(name, only(declared, EnumDecl.class))
                .ifPresent(types::add));
        return SupergraphDocument.of(context, types);
    }

    private List<String> names() {
        return context.subgraphs().stream().map(SubgraphSchema::name).toList();
    }

    private Map<String, Map<String, TypeDecl>> sources() {
        Map<String, Map<String, TypeDecl>> sources = new LinkedHashMap<>();
        Roots.NAMES.forEach(root -> sources.put(root, new LinkedHashMap<>()));
        for (SubgraphSchema subgraph : context.subgraphs()) {
            subgraph.types()
                    .forEach((name, type) -> sources.computeIfAbsent(name, _ -> new LinkedHashMap<>())
                            .put(subgraph.name(), type));
        }
        sources.values().removeIf(Map::isEmpty);
        return sources;
    }

    private Optional<TypeKind> findKind(String name, Map<String, TypeDecl> declared) {
        Map<TypeKind, List<String>> kinds = declared.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> kind(entry.getValue()),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        if (kinds.size() > 1) {
            String who = kinds.entrySet().stream()
                    .map(entry -> entry.getKey() + " in " + Names.list(entry.getValue()))
                    .collect(Collectors.joining(" but "));
            log.error(TYPE_KIND_MISMATCH, List.copyOf(declared.keySet()), name, "Type " + name + " is " + who + ".");
            return Optional.empty();
        }
        checkBase(name, declared);
        return kinds.keySet().stream().findFirst();
    }

    private static TypeKind kind(TypeDecl type) {
        return type instanceof FieldedDecl fielded && fielded.isInterfaceInSupergraph()
                ? TypeKind.INTERFACE
                : type.kind();
    }

    private void checkBase(String name, Map<String, TypeDecl> declared) {
        boolean extensionsOnly =
                declared.values().stream().allMatch(type -> type.header().extensionOnly());
        if (extensionsOnly && !Roots.isRoot(name)) {
            log.error(
                    EXTENSION_WITH_NO_BASE,
                    List.copyOf(declared.keySet()),
                    name,
                    "Type " + name + " is extended in " + Names.list(declared.keySet())
                            + ", but no subgraph defines it.");
        }
    }

    private Optional<? extends TypeDefinition<?>> merge(String name, TypeKind kind, Map<String, TypeDecl> declared) {
        return switch (kind) {
            case OBJECT, INTERFACE ->
                fielded.merge(new FieldedSources(name, kind == TypeKind.INTERFACE, only(declared, FieldedDecl.class)));
            case UNION -> Optional.of(leaves.mergeUnion(name, only(declared, UnionDecl.class)));
            case SCALAR -> Optional.of(leaves.mergeScalar(name, only(declared, ScalarDecl.class)));
            case INPUT_OBJECT -> inputs.merge(name, only(declared, InputObjectDecl.class));
            case ENUM -> throw new IllegalArgumentException("Enums are merged last: " + name);
        };
    }

    private static <T extends TypeDecl> Map<String, T> only(Map<String, TypeDecl> declared, Class<T> kind) {
        Map<String, T> result = new LinkedHashMap<>();
        declared.forEach((subgraph, type) -> result.put(subgraph, kind.cast(type)));
        return result;
    }

    static Set<String> rootsIn(List<TypeDefinition<?>> types) {
        return types.stream().map(TypeDefinition::getName).filter(Roots::isRoot).collect(Collectors.toSet());
    }
}
