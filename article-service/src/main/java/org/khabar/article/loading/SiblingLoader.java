package org.khabar.article.loading;

import graphql.ExecutionInput;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.Try;

/**
 * Loads a field for all objects of a request that have it, once for each set of arguments: SmallRye's own batches take
 * the arguments of their first field for all, which is wrong for a field asked twice under aliases. One set of arguments
 * may fail, such as for a cursor that is none, and the others still answer.
 *
 * @param <S> the objects that have the field
 * @param <A> the field's arguments, and what else its values depend on; equal when they mean the same
 * @param <V> its values
 */
public final class SiblingLoader<S, A, V> {

    private record Key<S, A>(S source, A arguments) {}

    private final String name;
    private final ExecutorService threads;
    private final BiFunction<List<S>, A, List<V>> read;

    /**
     * @param name of the field, among all loaders
     * @param threads that reading may block
     * @param read reads the values of the field for all of the objects, in their order
     */
    public SiblingLoader(String name, ExecutorService threads, BiFunction<List<S>, A, List<V>> read) {
        this.name = name;
        this.threads = threads;
        this.read = read;
    }

    /** Makes the loader known to a request, before it is executed. */
    public void register(Context request) {
        request.unwrap(ExecutionInput.class)
                .getDataLoaderRegistry()
                .register(name, DataLoaderFactory.<Key<S, A>, V>newMappedDataLoaderWithTry(this::loadAll));
    }

    /** The field of one object, which is read along with the others'. Must not be asked for on a thread of its own. */
    public Uni<V> load(S source, A arguments, Context context) {
        DataLoader<Key<S, A>, V> loader =
                context.unwrap(DataFetchingEnvironment.class).getDataLoader(name);
        return Uni.createFrom().completionStage(Objects.requireNonNull(loader).load(new Key<>(source, arguments)));
    }

    private CompletionStage<Map<Key<S, A>, Try<V>>> loadAll(Set<Key<S, A>> keys) {
        return CompletableFuture.supplyAsync(() -> readAll(keys), threads);
    }

    private Map<Key<S, A>, Try<V>> readAll(Set<Key<S, A>> keys) {
        Map<Key<S, A>, Try<V>> values = new HashMap<>();
        keys.stream()
                .collect(Collectors.groupingBy(Key::arguments))
                .forEach((arguments, alike) -> values.putAll(readAlike(arguments, alike)));
        return values;
    }

    private Map<Key<S, A>, Try<V>> readAlike(A arguments, List<Key<S, A>> keys) {
        Try<List<V>> all =
                Try.tryCall(() -> read.apply(keys.stream().map(Key::source).toList(), arguments));
        Map<Key<S, A>, Try<V>> values = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            int index = i;
            values.put(keys.get(i), all.map(list -> list.get(index)));
        }
        return values;
    }
}
