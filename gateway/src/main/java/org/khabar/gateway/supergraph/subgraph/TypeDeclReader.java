package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;

import graphql.language.EnumTypeDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.Links;

/** Puts the definition and the extensions of each type together. */
final class TypeDeclReader {
    private final String subgraph;
    private final CompositionLog log;
    private final HeaderReader headers;
    private final MemberReader members;

    TypeDeclReader(String subgraph, Links links, CompositionLog log) {
        this.subgraph = subgraph;
        this.log = log;
        this.headers = new HeaderReader(links);
        this.members = new MemberReader(subgraph, links, log);
    }

    Map<String, TypeDecl> read(List<TypeDefinition<?>> definitions, RootNames roots) {
        Map<String, List<TypeDefinition<?>>> byName = new LinkedHashMap<>();
        definitions.forEach(definition -> byName.computeIfAbsent(definition.getName(), _ -> new ArrayList<>())
                .add(definition));
        Map<String, TypeDecl> types = new LinkedHashMap<>();
        byName.forEach((name, parts) -> {
            if (isConsistent(name, parts)) {
                types.put(roots.rename(name), type(roots.rename(name), parts, roots));
            }
        });
        return types;
    }

    private boolean isConsistent(String name, List<TypeDefinition<?>> parts) {
        Set<TypeKind> kinds =
                parts.stream().map(TypeDeclReader::kind).collect(Collectors.toCollection(LinkedHashSet::new));
        if (kinds.size() > 1) {
            log.error(INVALID_GRAPHQL, subgraph, name, name + " is declared as " + join(kinds) + ".");
            return false;
        }
        long definitions =
                parts.stream().filter(part -> !HeaderReader.isExtension(part)).count();
        if (definitions > 1) {
            log.error(INVALID_GRAPHQL, subgraph, name, "There can be only one definition of the type " + name + ".");
            return false;
        }
        return true;
    }

    private static String join(Set<TypeKind> kinds) {
        return kinds.stream().map(TypeKind::toString).collect(Collectors.joining(" and as "));
    }

    private static TypeKind kind(TypeDefinition<?> definition) {
        return switch (definition) {
            case ObjectTypeDefinition _ -> TypeKind.OBJECT;
            case InterfaceTypeDefinition _ -> TypeKind.INTERFACE;
            case UnionTypeDefinition _ -> TypeKind.UNION;
            case EnumTypeDefinition _ -> TypeKind.ENUM;
            case ScalarTypeDefinition _ -> TypeKind.SCALAR;
            case InputObjectTypeDefinition _ -> TypeKind.INPUT_OBJECT;
            default -> throw new IllegalArgumentException("Unknown kind of type: " + definition);
        };
    }

    private TypeDecl type(String name, List<TypeDefinition<?>> parts, RootNames roots) {
        TypeDecl.Header header = headers.read(parts);
        TypeKind kind = kind(parts.getFirst());
        return switch (kind) {
            case OBJECT, INTERFACE ->
                new FieldedDecl(
                        name, kind, members.fields(name, parts, roots), interfaces(parts), headers.keys(parts), header);
            case UNION -> new UnionDecl(name, unionMembers(parts), header);
            case ENUM -> new EnumDecl(name, members.values(name, parts), header);
            case SCALAR -> new ScalarDecl(name, header);
            case INPUT_OBJECT -> new InputObjectDecl(name, members.inputFields(name, parts, roots), header);
        };
    }

    private static Set<String> interfaces(List<TypeDefinition<?>> parts) {
        return parts.stream()
                .map(part -> (ImplementingTypeDefinition<?>) part)
                .flatMap(part -> part.getImplements().stream())
                .map(type -> ((TypeName) type).getName())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> unionMembers(List<TypeDefinition<?>> parts) {
        return parts.stream()
                .flatMap(part -> ((UnionTypeDefinition) part).getMemberTypes().stream())
                .map(type -> ((TypeName) type).getName())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
