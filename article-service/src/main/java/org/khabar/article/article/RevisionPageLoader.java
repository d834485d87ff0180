package org.khabar.article.article;

import graphql.ExecutionInput;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.cdi.event.BeforeExecute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.Try;

/**
 * Reads pages of revisions for all articles of a request at once, in one query per kind of page.
 *
 * <p>A loader of our own, because SmallRye's batches take the arguments of their first field for all: two aliases of
 * {@code revisions} with different arguments would get the same page.
 */
@ApplicationScoped
class RevisionPageLoader {

    private static final String NAME = "revision-pages";

    private final ArticleArchive archive;
    private final ExecutorService threads;

    RevisionPageLoader(ArticleArchive archive, @VirtualThreads ExecutorService threads) {
        this.archive = archive;
        this.threads = threads;
    }

    void register(@Observes @BeforeExecute Context request) {
        request.unwrap(ExecutionInput.class)
                .getDataLoaderRegistry()
                .register(
                        NAME,
                        DataLoaderFactory.<RevisionPageKey, RevisionConnection>newMappedDataLoaderWithTry(
                                this::loadAll));
    }

    static CompletableFuture<RevisionConnection> load(RevisionPageKey key, DataFetchingEnvironment environment) {
        DataLoader<RevisionPageKey, RevisionConnection> loader = environment.getDataLoader(NAME);
        return Objects.requireNonNull(loader).load(key);
    }

    private CompletionStage<Map<RevisionPageKey, Try<RevisionConnection>>> loadAll(Set<RevisionPageKey> keys) {
        return CompletableFuture.supplyAsync(() -> read(keys), threads);
    }

    private Map<RevisionPageKey, Try<RevisionConnection>> read(Set<RevisionPageKey> keys) {
        Map<RevisionPageKey, Try<RevisionConnection>> pages = new HashMap<>();
        keys.stream()
                .collect(Collectors.groupingBy(RevisionPageKey::kind))
                .forEach((kind, alike) -> pages.putAll(readAlike(kind, alike)));
        return pages;
    }

    /** One kind of page may fail, such as for a cursor that is none, and the others still answer. */
    private Map<RevisionPageKey, Try<RevisionConnection>> readAlike(
            RevisionPageKey.Kind kind, List<RevisionPageKey> keys) {
        Try<List<RevisionConnection>> read = Try.tryCall(() -> archive.listRevisions(
                keys.stream().map(RevisionPageKey::article).toList(), kind));
        Map<RevisionPageKey, Try<RevisionConnection>> pages = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            int index = i;
            pages.put(keys.get(i), read.map(connections -> connections.get(index)));
        }
        return pages;
    }
}
