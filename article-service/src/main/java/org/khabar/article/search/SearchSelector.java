package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.subject.SubjectCode;
import org.khabar.article.subject.SubjectVocabulary;
import org.khabar.article.text.StorableText;

/** Checks what a client asks to search in. */
@ApplicationScoped
class SearchSelector {

    /** What is beyond, PostgreSQL may not know. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final OutletRegistry outlets;
    private final SubjectVocabulary subjects;
    private final SearchConfig config;

    SearchSelector(OutletRegistry outlets, SubjectVocabulary subjects, SearchConfig config) {
        this.outlets = outlets;
        this.subjects = subjects;
        this.config = config;
    }

    /**
     * @param visible what the caller may see
     * @throws RequestFailure naming the member that cannot be used
     */
    SearchSelection select(ArticleSearchFilter filter, Set<ArticleStatus> visible) {
        Set<String> codes = texts("outlets", filter.outlets());
        return new SearchSelection(
                statuses(filter, visible),
                codes == null ? null : ids(codes),
                texts("languages", filter.languages()),
                filter.kinds() == null ? null : Set.copyOf(filter.kinds()),
                subjects(texts("subjects", filter.subjects())),
                new TimeRange(clamped(filter.publishedFrom()), clamped(filter.publishedBefore())),
                entities(filter.entities()));
    }

    private static Set<ArticleStatus> statuses(ArticleSearchFilter filter, Set<ArticleStatus> visible) {
        List<ArticleStatus> asked = filter.statuses();
        return asked == null
                ? visible
                : visible.stream().filter(asked::contains).collect(Collectors.toSet());
    }

    /** The codes and those below them, as in lists. */
    private @Nullable Set<String> subjects(@Nullable Set<String> codes) {
        return codes == null
                ? null
                : codes.stream()
                        .map(SubjectCode::checked)
                        .flatMap(code -> subjects.withAllNarrower(code).stream())
                        .collect(Collectors.toSet());
    }

    private Set<UUID> ids(Set<String> codes) {
        return codes.stream().map(code -> outlets.getByCode(code).id()).collect(Collectors.toSet());
    }

    private SearchSelection.Entities entities(@Nullable ArticleEntityFilter filter) {
        if (filter == null) {
            return SearchSelection.Entities.NO_CONDITION;
        }
        return new SearchSelection.Entities(
                orNone(texts("entities.any", filter.any())),
                orNone(texts("entities.all", filter.all())),
                orNone(texts("entities.none", filter.none())));
    }

    private static Set<String> orNone(@Nullable Set<String> values) {
        return values == null ? Set.of() : values;
    }

    private @Nullable Set<String> texts(String member, @Nullable Collection<String> values) {
        if (values == null) {
            return null;
        }
        if (values.size() > config.maxFilterValues()) {
            throw RequestFailure.limitExceeded(
                    "%s has %d values; the limit is %d.".formatted(member, values.size(), config.maxFilterValues()));
        }
        if (!values.stream().allMatch(StorableText::isStorable)) {
            throw RequestFailure.badInput("%s has a value that is no text.".formatted(member));
        }
        return new LinkedHashSet<>(values);
    }

    private static @Nullable Instant clamped(@Nullable Instant instant) {
        if (instant == null || instant.isBefore(FIRST)) {
            return instant == null ? null : FIRST;
        }
        return instant.isAfter(LAST) ? LAST : instant;
    }
}
