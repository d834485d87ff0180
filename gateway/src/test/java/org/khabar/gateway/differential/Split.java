package org.khabar.gateway.differential;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.SubgraphSdl;

/**
 * One way to spread the domain over subgraphs.
 *
 * @param name its folder
 * @param subgraphs its subgraphs
 */
record Split(String name, List<SubgraphModel> subgraphs) {
    private static final String SUFFIX = ".graphql";

    Split {
        subgraphs = List.copyOf(subgraphs);
    }

    /** All there are. */
    static List<Split> loadAll() {
        return Resource.listFolders().stream().map(Split::load).toList();
    }

    private static Split load(String name) {
        List<SubgraphModel> subgraphs = Resource.list(name).stream()
                .map(file -> SubgraphModel.of(file.replace(SUFFIX, ""), Resource.text(name + "/" + file)))
                .toList();
        return new Split(name, subgraphs);
    }

    /** What composition takes. */
    List<SubgraphSdl> listSdl() {
        return subgraphs.stream()
                .map(subgraph -> new SubgraphSdl(subgraph.name(), null, subgraph.sdl()))
                .toList();
    }

    /** The fields of a subgraph that others override. */
    Set<String> overriddenIn(String subgraph) {
        return subgraphs.stream()
                .flatMap(other -> other.directives().overrides().entrySet().stream())
                .filter(override -> override.getValue().equals(subgraph))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether a subgraph knows an interface as an object. */
    boolean hasInterfaceObjects() {
        return subgraphs.stream().anyMatch(subgraph -> subgraph.sdl().contains("@interfaceObject {"));
    }

    @Override
    public String toString() {
        return name;
    }
}
