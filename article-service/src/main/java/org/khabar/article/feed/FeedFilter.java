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
import org.khabar.article.subject.SubjectCode;
import org.khabar.article.subject.SubjectVocabulary;

/**
 * Which articles a follower is told of: those that meet everything given. A set without members means any.
 *
 * @param subjects codes, those below the ones that were asked for among them
 */
record FeedFilter(Set<UUID> outlets, Set<String> languages, Set<ArticleKind> kinds, Set<String> subjects) {

    /** The whole feed. */
    static final FeedFilter ALL = new FeedFilter(Set.of(), Set.of(), Set.of(), Set.of());

    FeedFilter {
        outlets = Set.copyOf(outlets);
        languages = Set.copyOf(languages);
        kinds = Set.copyOf(kinds);
        subjects = Set.copyOf(subjects);
    }

    /** @throws org.khabar.article.failure.RequestFailure when there is no such outlet, or a subject is no code of one */
    static FeedFilter of(ArticleFilter filter, OutletRegistry outlets, SubjectVocabulary vocabulary) {
        return new FeedFilter(
                setOf(filter.outlets(), code -> outlets.getByCode(code).id()),
                setOf(filter.languages(), Function.identity()),
                setOf(filter.kinds(), Function.identity()),
                setOf(filter.subjects(), SubjectCode::checked).stream()
                        .flatMap(code -> vocabulary.withAllNarrower(code).stream())
                        .collect(Collectors.toSet()));
    }

    boolean isAll() {
        return equals(ALL);
    }

    private static <T, R> Set<R> setOf(@Nullable List<T> values, Function<T, R> mapping) {
        return values == null ? Set.of() : values.stream().map(mapping).collect(Collectors.toSet());
    }
}
