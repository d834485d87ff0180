package org.khabar.entity.sibling;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of the objects that one step of a query found together. What a field of one of them needs is read for all
 * of them in one go, once for each set of arguments.
 *
 * <p>GraphQL's usual batch loader knows a batch by the field alone: SmallRye's gives every key the first one's arguments,
 * which is wrong for a field asked twice under aliases. Here the arguments are part of what is shared.
 *
 * <p>Safe for use by several threads; one reads while the others wait.
 *
 * @param <K> the key of an object
 */
public final class Siblings<K> {

    private final Set<K> keys;
    private final Map<Object, Object> shared = new HashMap<>();

    public Siblings(Collection<K> keys) {
        this.keys = Set.copyOf(new LinkedHashSet<>(keys));
    }

    /**
     * What a query reads for all keys.
     *
     * @param query what is asked and with which arguments; equal queries read once
     * @param read reads it for all keys; its failure is not kept
     */
    @SuppressWarnings("unchecked") // one query always reads one type: the query's class is private to who asks
    public synchronized <T> T share(Object query, Function<Set<K>, T> read) {
        Object known = shared.get(query);
        if (known == null) {
            known = read.apply(keys);
            shared.put(query, known);
        }
        return (T) known;
    }
}
