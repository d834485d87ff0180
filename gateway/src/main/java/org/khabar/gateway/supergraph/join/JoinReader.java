package org.khabar.gateway.supergraph.join;

import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.OperationTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.parser.InvalidSyntaxException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.InvalidSupergraphException;
import org.khabar.gateway.supergraph.Subgraph;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphType;
import org.khabar.gateway.supergraph.link.InvalidLinkException;

/** Reads a document in the {@code join} format. */
public final class JoinReader {
    private JoinReader() {}

    /**
     * Reads a supergraph.
     *
     * @throws InvalidSupergraphException when the document is no supergraph
     */
    public static Supergraph read(String sdl) {
        try {
            return read(sdl, Sdl.parse(sdl));
        } catch (InvalidSyntaxException | InvalidLinkException invalid) {
            throw new InvalidSupergraphException("The supergraph cannot be read: " + invalid.getMessage(), invalid);
        }
    }

    private static Supergraph read(String sdl, Document document) {
        JoinDocument parsed = JoinDocument.of(document);
        JoinDocument join = parsed.isV01() ? JoinV01.upgrade(parsed) : parsed;
        Map<Operation, String> roots = roots(join);
        return new Supergraph(sdl, ApiSchema.of(join, roots), subgraphs(join), types(join), roots);
    }

    private static Map<String, Subgraph> subgraphs(JoinDocument join) {
        return join.graphs().values().stream()
                .collect(Collectors.toMap(Subgraph::name, graph -> graph, (first, _) -> first, LinkedHashMap::new));
    }

    private static Map<String, SupergraphType> types(JoinDocument join) {
        FieldedTypeReader fielded = new FieldedTypeReader(join);
        LeafTypeReader leaves = new LeafTypeReader(join);
        Map<String, SupergraphType> types = new LinkedHashMap<>();
        for (TypeDefinition<?> type : join.types()) {
            types.put(type.getName(), type(type, fielded, leaves));
        }
        return types;
    }

    private static SupergraphType type(TypeDefinition<?> type, FieldedTypeReader fielded, LeafTypeReader leaves) {
        return switch (type) {
            case ObjectTypeDefinition object -> fielded.read(object);
            case InterfaceTypeDefinition iface -> fielded.read(iface);
            case UnionTypeDefinition union -> leaves.read(union);
            case EnumTypeDefinition definition -> leaves.read(definition);
            case ScalarTypeDefinition scalar -> leaves.read(scalar);
            case InputObjectTypeDefinition input -> leaves.read(input);
            default -> throw new InvalidSupergraphException("Unknown kind of type: " + type.getName());
        };
    }

    static Map<Operation, String> roots(JoinDocument join) {
        Map<Operation, String> roots = new EnumMap<>(Operation.class);
        for (SchemaDefinition schema : join.document().getDefinitionsOfType(SchemaDefinition.class)) {
            for (OperationTypeDefinition root : schema.getOperationTypeDefinitions()) {
                roots.put(
                        Operation.valueOf(root.getName().toUpperCase(Locale.ROOT)),
                        root.getTypeName().getName());
            }
        }
        if (!roots.containsKey(Operation.QUERY)) {
            throw new InvalidSupergraphException("The supergraph's schema definition names no query type");
        }
        return roots;
    }
}
