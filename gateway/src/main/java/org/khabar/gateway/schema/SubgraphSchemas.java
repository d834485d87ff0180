package org.khabar.gateway.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Gets subgraphs' schemas: from a file where one is given, else from the subgraph itself. */
final class SubgraphSchemas {
    private final Map<String, Path> files;
    private final SdlFetcher fetcher;

    /**
     * The schemas of some subgraphs.
     *
     * @param files by the subgraph's name
     * @throws IllegalStateException when a file is given for a subgraph that there is not
     */
    SubgraphSchemas(Map<String, Path> files, List<SubgraphAddress> subgraphs, SdlFetcher fetcher) {
        this.files = Map.copyOf(files);
        this.fetcher = fetcher;
        files.keySet().stream()
                .filter(name ->
                        subgraphs.stream().noneMatch(subgraph -> subgraph.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException("khabar.gateway.subgraph-schemas names " + name
                            + ", which khabar.gateway.subgraphs does not");
                });
    }

    CompletableFuture<String> get(SubgraphAddress subgraph) {
        Path file = files.get(subgraph.name());
        return file == null ? fetcher.fetch(subgraph) : read(file);
    }

    private static CompletableFuture<String> read(Path file) {
        try {
            return CompletableFuture.completedFuture(Files.readString(file));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(new IOException("schema file cannot be read: " + e, e));
        }
    }
}
