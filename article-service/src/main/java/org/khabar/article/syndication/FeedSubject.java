package org.khabar.article.syndication;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleFilter;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.StorableText;

/**
 * What a feed is about.
 *
 * @param filter outlets, languages, kinds and subjects
 * @param entity the id of an entity that all its articles name, null for any
 * @param search what all its articles are found by, null for any; not together with an entity or a filter
 */
record FeedSubject(
        ArticleFilter filter,
        @Nullable String entity,
        @Nullable String search) {

    private static final int MAX_ENTITY = 100;

    FeedSubject {
        if (entity != null && (entity.length() > MAX_ENTITY || !StorableText.isStorable(entity))) {
            throw RequestFailure.badInput("entity is not the id of an entity.");
        }
        if (search != null && (entity != null || !filter.equals(ArticleFilter.ALL))) {
            throw RequestFailure.badInput("q goes with no other condition.");
        }
        if (search != null && (search.isBlank() || !StorableText.isStorable(search))) {
            throw RequestFailure.badInput("q is no search.");
        }
    }

    /** The values of the conditions, for a title. */
    String label() {
        return String.join(
                ", ",
                Stream.of(
                                orNone(filter.languages()),
                                orNone(filter.kinds()),
                                orNone(filter.subjects()),
                                entity == null ? List.of() : List.of(entity),
                                search == null ? List.of() : List.of(search))
                        .flatMap(List::stream)
                        .map(Object::toString)
                        .toList());
    }

    private static List<?> orNone(@Nullable List<?> values) {
        return values == null ? List.of() : values;
    }
}
