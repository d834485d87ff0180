package org.khabar.article.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleStatus;

/**
 * Which articles are searched, checked: every null means no condition.
 *
 * @param statuses what the caller may see and asks for
 */
record SearchSelection(
        Set<ArticleStatus> statuses,
        @Nullable Set<UUID> outlets,
        @Nullable Set<String> languages,
        @Nullable Set<ArticleKind> kinds,
        @Nullable Set<String> subjects,
        TimeRange time,
        Entities entities) {

    /** Entities of which an article must name any, all, none; empty lists mean no condition. */
    record Entities(Set<String> any, Set<String> all, Set<String> none) {

        static final Entities NO_CONDITION = new Entities(Set.of(), Set.of(), Set.of());

        Entities {
            any = Set.copyOf(any);
            all = Set.copyOf(all);
            none = Set.copyOf(none);
        }
    }

    /** The conditions that the index itself can meet, as tsqueries. */
    List<String> lexemes() {
        boolean frequent = statuses.contains(ArticleStatus.PUBLISHED);
        return Stream.of(
                        anyOf(
                                outlets == null
                                        ? null
                                        : outlets.stream().map(Lexemes::outlet).toList()),
                        anyOf(
                                languages == null
                                        ? null
                                        : languages.stream()
                                                .map(Lexemes::language)
                                                .toList()),
                        anyOf(
                                kinds == null
                                        ? null
                                        : kinds.stream()
                                                .map(kind -> Lexemes.kind(kind.name()))
                                                .toList()),
                        anyOf(
                                subjects == null
                                        ? null
                                        : subjects.stream()
                                                .map(Lexemes::subject)
                                                .toList()),
                        anyOf(
                                frequent
                                        ? null
                                        : statuses.stream()
                                                .map(status -> Lexemes.status(status.name()))
                                                .toList()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> anyOf(@Nullable Collection<String> lexemes) {
        return lexemes == null ? Optional.empty() : Optional.ofNullable(TextQuery.anyOf(lexemes));
    }

    /** Whether nothing can meet it: a member that lists nothing. */
    boolean isEmpty() {
        return statuses.isEmpty()
                || isEmpty(outlets)
                || isEmpty(languages)
                || isEmpty(kinds)
                || isEmpty(subjects)
                || time.isEmpty();
    }

    private static boolean isEmpty(@Nullable Collection<?> values) {
        return values != null && values.isEmpty();
    }
}
