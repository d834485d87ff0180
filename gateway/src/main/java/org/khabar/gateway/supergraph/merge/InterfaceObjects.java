package org.khabar.gateway.supergraph.merge;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** What subgraphs say of objects through {@code @interfaceObject}s of the interfaces that those implement. */
final class InterfaceObjects {
    private InterfaceObjects() {}

    /** The interface objects by which a subgraph has a field of an object type that it does not have itself. */
    static Set<String> abstracting(MergeContext context, String type, String field, String subgraph) {
        SubgraphSchema schema = context.subgraph(subgraph);
        return interfacesOf(context, type).stream()
                .filter(iface -> schema.findFielded(iface)
                        .filter(FieldedDecl::isInterfaceObject)
                        .filter(object -> object.fields().containsKey(field))
                        .isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The interfaces that a type implements in any subgraph. */
    static Set<String> interfacesOf(MergeContext context, String type) {
        return context.subgraphs().stream()
                .flatMap(subgraph -> subgraph.findFielded(type).stream())
                .flatMap(declared -> declared.interfaces().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
