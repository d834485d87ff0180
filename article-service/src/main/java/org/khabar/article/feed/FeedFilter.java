package org.khabar.article.feed;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleFilter;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.outlet.OutletRegistry;

/** Which articles a follower is told of: those that meet everything given. A set without members means any. */
record FeedFilter(Set<UUID> outlets, Set<String> languages, Set<ArticleKind> kinds) {

    /** The whole feed. */
    static final FeedFilter ALL = new FeedFilter(Set.of(), Set.of(), Set.of());

    FeedFilter {
        outlets = Set.copyOf(outlets);
        languages = Set.copyOf(languages);
        kinds = Set.copyOf(kinds);
    }

    /** @throws org.khabar.article.failure.RequestFailure when there is no such outlet */
    static FeedFilter of(ArticleFilter filter, OutletRegistry outlets) {
        return new FeedFilter(
                setOf(filter.outlets(), code -> outlets.getByCode(code).id()),
                setOf(filter.languages(), Function.identity()),
                setOf(filter.kinds(), Function.identity()));
    }

    boolean isAll() {
        return equals(ALL);
    }

    private static <T, R> Set<R> setOf(@Nullable List<T> values, Function<T, R> mapping) {
        return values == null ? Set.of() : values.stream().map(mapping).collect(Collectors.toSet());
    }
}
