package org.khabar.gateway.supergraph.merge;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.TypeRef;

/** Finds the one type that the declarations of a field or argument agree on. */
final class TypeMerge {
    private TypeMerge() {}

    /** The most lenient of output types; empty when two do not fit. */
    static Optional<TypeRef> output(Collection<TypeRef> types, TypeRelations relations) {
        return merge(types, relations::isSubtype);
    }

    /** The strictest of input types; empty when two do not fit. */
    static Optional<TypeRef> input(Collection<TypeRef> types) {
        return merge(types, (next, merged) -> TypeRelations.isStricterInput(merged, next));
    }

    private static Optional<TypeRef> merge(Collection<TypeRef> types, BiPredicate<TypeRef, TypeRef> fitsInto) {
        Iterator<TypeRef> rest = types.iterator();
        TypeRef merged = rest.next();
        while (rest.hasNext()) {
            TypeRef next = rest.next();
            if (fitsInto.test(next, merged)) {
                continue;
            }
            if (!fitsInto.test(merged, next)) {
                return Optional.empty();
            }
            merged = next;
        }
        return Optional.of(merged);
    }

    /** Says who declares what: {@code String in "a" and "b", Int in "c"}. */
    static String describe(Map<String, TypeRef> typesBySubgraph) {
        Map<TypeRef, String> bySubgraphs = typesBySubgraph.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(entry -> "\"" + entry.getKey() + "\"", Collectors.joining(" and "))));
        return bySubgraphs.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
