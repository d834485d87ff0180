package org.khabar.article.outlet;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.Folding;

/** Which outlets a list has: those that meet everything given. */
@Input("OutletFilter")
public record OutletFilter(
        @Nullable @io.smallrye.graphql.api.Nullable @Description("ISO 3166-1 alpha-2 codes, any of which fits.")
        List<@NonNull String> countries,

        @Nullable
        @io.smallrye.graphql.api.Nullable
        @Description("BCP 47 tags, any of which fits; a language fits all its regions.")
        List<@NonNull String> languages,

        @Nullable
        @Description("A part of a name, spelling or code, however it is spelled: hamza, ta marbuta, vowel marks,"
                + " accents and case do not count.")
        String name) {

    /** Everything. */
    static final OutletFilter ALL = new OutletFilter(null, null, null);

    private static final int MAX_ENTRIES = 100;
    private static final int MAX_NAME_LENGTH = 200;

    /**
     * Tells which outlets are meant.
     *
     * @throws RequestFailure when there is more of something than is looked at
     */
    Predicate<Outlet> checked() {
        refuseMore("countries", countries == null ? 0 : countries.size(), MAX_ENTRIES);
        refuseMore("languages", languages == null ? 0 : languages.size(), MAX_ENTRIES);
        refuseMore("name", name == null ? 0 : name.length(), MAX_NAME_LENGTH);
        return inCountry().and(inLanguage()).and(called());
    }

    private static void refuseMore(String field, int length, int limit) {
        if (length > limit) {
            throw RequestFailure.limitExceeded(
                    "The filter's %s has a length of %d; the limit is %d.".formatted(field, length, limit));
        }
    }

    private Predicate<Outlet> inCountry() {
        List<String> wanted = countries;
        if (wanted == null) {
            return outlet -> true;
        }
        return outlet -> {
            String country = outlet.country();
            return country != null && wanted.contains(country);
        };
    }

    private Predicate<Outlet> inLanguage() {
        if (languages == null) {
            return outlet -> true;
        }
        List<String> tags = languages.stream().map(OutletFilter::lower).toList();
        return outlet -> outlet.languages().stream()
                .map(OutletFilter::lower)
                .anyMatch(language ->
                        tags.stream().anyMatch(tag -> language.equals(tag) || language.startsWith(tag + "-")));
    }

    private Predicate<Outlet> called() {
        if (name == null) {
            return outlet -> true;
        }
        String key = Folding.key(name);
        String joined = key.replace(" ", "");
        return outlet -> spellings(outlet)
                .map(Folding::key)
                .anyMatch(text -> text.contains(key) || text.replace(" ", "").contains(joined));
    }

    private static Stream<String> spellings(Outlet outlet) {
        return Stream.of(
                        outlet.names().stream().map(LocalizedName::text),
                        outlet.variants().stream(),
                        Stream.of(outlet.code()))
                .flatMap(texts -> texts);
    }

    private static String lower(String tag) {
        return tag.toLowerCase(Locale.ROOT);
    }
}
