package org.khabar.article.search;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A value, and how many of the articles that match have it. */
@Type("FacetCount")
public record FacetCount(
        @NonNull String value,

        @Description("An estimate when the facets are sampled.")
        int count) {

    static List<FacetCount> ranked(Stream<String> values, double factor, int first) {
        return values.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), scaled(entry.getValue(), factor)))
                .sorted(Comparator.comparing(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .limit(first)
                .toList();
    }

    static int scaled(long count, double factor) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(count * factor));
    }
}
