package org.khabar.entity.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;

/** The languages that a text may be shown in, the best first: the caller's, then the configured ones. */
record LanguageList(List<String> languages) {

    private static final int MAX_LENGTH = 200;

    LanguageList {
        languages = List.copyOf(languages);
    }

    /**
     * Reads a list such as "ar,fr". A tag with a region ("ar-MA") also stands for its language.
     *
     * @throws RequestFailure when the list is too long to be one
     */
    static LanguageList of(@Nullable String requested, List<String> fallback) {
        if (requested != null && requested.length() > MAX_LENGTH) {
            throw RequestFailure.limitExceeded(
                    "language has %d characters; the limit is %d.".formatted(requested.length(), MAX_LENGTH));
        }
        Set<String> languages = new LinkedHashSet<>();
        if (requested != null) {
            Arrays.stream(requested.split(",", -1))
                    .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                    .filter(tag -> !tag.isEmpty())
                    .forEach(tag -> languages.addAll(List.of(tag, tag.split("-", 2)[0])));
        }
        languages.addAll(fallback);
        return new LanguageList(new ArrayList<>(languages));
    }

    /** The row in the best language; one in any language when the list has none of them. */
    <T> Optional<T> best(List<T> rows, Function<T, String> language) {
        return rows.stream().min(Comparator.comparingInt(row -> place(language.apply(row))));
    }

    private int place(String language) {
        int index = languages.indexOf(language);
        return index < 0 ? languages.size() : index;
    }
}
