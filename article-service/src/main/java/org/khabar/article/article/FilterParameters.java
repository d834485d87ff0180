package org.khabar.article.article;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.StorableText;

/** Reads an {@link ArticleFilter} from the query of a REST request, where each parameter may stand several times. */
public final class FilterParameters {

    private static final int MAX_VALUES = 100;

    private FilterParameters() {}

    /**
     * A filter; a parameter that is not there means no condition.
     *
     * @param outlets codes of outlets, any of which fits
     * @param languages BCP 47 tags, any of which fits
     * @param kinds names of {@link ArticleKind} in any case, any of which fits
     * @throws RequestFailure naming the parameter that cannot be used
     */
    public static ArticleFilter read(List<String> outlets, List<String> languages, List<String> kinds) {
        return read(outlets, languages, kinds, null, null);
    }

    /**
     * The same of some subjects.
     *
     * @param subjects codes of IPTC media topics, any of which fits, or one below it
     */
    public static ArticleFilter read(
            List<String> outlets, List<String> languages, List<String> kinds, List<String> subjects) {
        return new ArticleFilter(
                given("outlet", outlets),
                given("language", languages),
                kinds(given("kind", kinds)),
                given("subject", subjects),
                null,
                null,
                null);
    }

    /**
     * The same within a time.
     *
     * @param from published at this ISO 8601 instant or later, null for no bound
     * @param before published before this ISO 8601 instant, null for no bound
     */
    public static ArticleFilter read(
            List<String> outlets,
            List<String> languages,
            List<String> kinds,
            @Nullable String from,
            @Nullable String before) {
        return new ArticleFilter(
                given("outlet", outlets),
                given("language", languages),
                kinds(given("kind", kinds)),
                null,
                null,
                instant("publishedFrom", from),
                instant("publishedBefore", before));
    }

    private static @Nullable List<String> given(String parameter, List<String> values) {
        if (values.size() > MAX_VALUES) {
            throw RequestFailure.limitExceeded(
                    "%s stands %d times; the limit is %d.".formatted(parameter, values.size(), MAX_VALUES));
        }
        if (!values.stream().allMatch(StorableText::isStorable)) {
            throw RequestFailure.badInput(parameter + " holds characters that no name has.");
        }
        return values.isEmpty() ? null : List.copyOf(values);
    }

    private static @Nullable List<ArticleKind> kinds(@Nullable List<String> names) {
        return names == null ? null : names.stream().map(FilterParameters::kind).toList();
    }

    private static ArticleKind kind(String name) {
        return Arrays.stream(ArticleKind.values())
                .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        RequestFailure.badInput("kind is none of " + Arrays.toString(ArticleKind.values()) + "."));
    }

    private static @Nullable Instant instant(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw RequestFailure.badInput(parameter + " is not an instant such as 2024-03-09T18:30:00Z.");
        }
    }
}
