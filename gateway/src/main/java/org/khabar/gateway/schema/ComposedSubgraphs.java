package org.khabar.gateway.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionHint;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

/** The subgraphs' own schemas, fetched and composed. Not for more than one thread. */
final class ComposedSubgraphs implements SchemaSource {
    private final List<SubgraphAddress> subgraphs;
    private final SubgraphSchemas schemas;
    private List<CompositionHint> hints = List.of();

    ComposedSubgraphs(List<SubgraphAddress> subgraphs, SubgraphSchemas schemas) {
        this.subgraphs = List.copyOf(subgraphs);
        this.schemas = schemas;
    }

    @Override
    public Supergraph load() throws SchemaUnavailableException, InterruptedException {
        return switch (Composition.compose(fetchAll())) {
            case CompositionResult.Success success -> {
                hints = success.hints();
                yield success.supergraph();
            }
            case CompositionResult.Failure failure ->
                throw new SchemaUnavailableException(
                        failure.errors().stream().map(Refusal::notComposable).toList());
        };
    }

    @Override
    public List<CompositionHint> hints() {
        return hints;
    }

    private List<SubgraphSdl> fetchAll() throws SchemaUnavailableException, InterruptedException {
        List<CompletableFuture<String>> underWay =
                subgraphs.stream().map(schemas::get).toList();
        List<SubgraphSdl> fetched = new ArrayList<>();
        List<Refusal> missing = new ArrayList<>();
        for (int i = 0; i < subgraphs.size(); i++) {
            SubgraphAddress subgraph = subgraphs.get(i);
            try {
                fetched.add(new SubgraphSdl(
                        subgraph.name(), subgraph.url(), underWay.get(i).get()));
            } catch (ExecutionException e) {
                missing.add(Refusal.subgraph(
                        subgraph.name(),
                        subgraph.name() + " (" + subgraph.url() + "): "
                                + String.valueOf(
                                        e.getCause() == null ? e : e.getCause().getMessage())));
            }
        }
        if (!missing.isEmpty()) {
            throw new SchemaUnavailableException(missing);
        }
        return fetched;
    }
}
