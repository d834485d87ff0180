package org.khabar.article.outlet;

import io.smallrye.graphql.api.federation.Shareable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/**
 * A name and the language it is in.
 *
 * @param language BCP 47 tag
 */
@Type("Name")
@Shareable
public record LocalizedName(@NonNull String text, @NonNull String language) {

    private static final List<String> FALLBACK = List.of("ar", "en", "fr");

    /**
     * The name in the first language that there is one in: the caller's list, then ar, en, fr, then any.
     *
     * @param names at least one
     * @param preferred BCP 47 tags separated by commas, or null for no preference
     */
    public static LocalizedName choose(List<LocalizedName> names, @Nullable String preferred) {
        Stream<String> wanted = preferred == null ? Stream.empty() : Stream.of(preferred.split(","));
        return Stream.concat(wanted.map(String::strip), FALLBACK.stream())
                .flatMap(tag -> in(names, tag).stream())
                .findFirst()
                .orElseGet(names::getFirst);
    }

    /** The name in a language: the one for its region before others. */
    private static Optional<LocalizedName> in(List<LocalizedName> names, String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return names.stream()
                .filter(name ->
                        Locale.forLanguageTag(name.language()).getLanguage().equals(language))
                .min(Comparator.comparing(name -> !name.language().equalsIgnoreCase(tag)));
    }
}
