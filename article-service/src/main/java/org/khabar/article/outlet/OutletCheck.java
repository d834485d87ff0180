package org.khabar.article.outlet;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.LanguageTag;
import org.khabar.article.text.StorableText;

/** Checks what a client says of an outlet, and brings it into the form that is kept. */
final class OutletCheck {

    static final int DEFAULT_INTERVAL = 900;
    static final int SHORTEST_INTERVAL = 60;
    static final int LONGEST_INTERVAL = 604_800;

    private static final int MAX_TEXT_LENGTH = 200;
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private final int maxEntries;

    /** @param maxEntries how many names, languages, variants, hosts or feeds there may be of each */
    OutletCheck(int maxEntries) {
        this.maxEntries = maxEntries;
    }

    /** @throws RequestFailure when it is no code */
    static String code(String code) {
        if (!CODE.matcher(code).matches()) {
            throw RequestFailure.badInput(
                    "code is not one: at most 40 of a-z, 0-9 and -, and the first is a letter or a digit.");
        }
        return code;
    }

    /** @throws RequestFailure naming what is wrong */
    OutletDescription check(OutletInput input) {
        List<LocalizedName> names = all("names", input.names(), OutletCheck::name);
        if (names.isEmpty()) {
            throw RequestFailure.badInput("names is empty; an outlet has a name.");
        }
        refuseTwice("names", names.stream().map(LocalizedName::language).toList());
        List<String> hosts = all("hosts", input.hosts(), OutletUrl::host);
        refuseTwice("hosts", hosts);
        List<OutletFeed> feeds = all("feeds", input.feeds(), OutletCheck::feed);
        refuseTwice("feeds", feeds.stream().map(OutletFeed::url).toList());
        return new OutletDescription(
                names,
                country(input.country()),
                zone(input.timeZone()),
                all("languages", input.languages(), OutletCheck::language).stream()
                        .distinct()
                        .toList(),
                all("variants", input.variants(), OutletCheck::text).stream()
                        .distinct()
                        .toList(),
                hosts,
                url("homePage", input.homePage()),
                url("logo", input.logo()),
                feeds);
    }

    /** Each of a list, checked; a failure says which it is, counted from 0. */
    private <T, R> List<R> all(String field, @Nullable List<T> values, Function<T, R> check) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > maxEntries) {
            throw RequestFailure.limitExceeded(
                    "%s has %d entries; the limit is %d.".formatted(field, values.size(), maxEntries));
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> named(field + "[" + i + "]", () -> check.apply(values.get(i))))
                .toList();
    }

    private static <R> R named(String place, Supplier<R> check) {
        try {
            return check.get();
        } catch (IllegalArgumentException wrong) {
            throw RequestFailure.badInput(place + " " + wrong.getMessage() + ".");
        }
    }

    private static void refuseTwice(String field, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.indexOf(keys.get(i)) < i) {
                throw RequestFailure.badInput("%s[%d] repeats %s.".formatted(field, i, keys.get(i)));
            }
        }
    }

    private static LocalizedName name(OutletInput.NameInput name) {
        return new LocalizedName(text(name.text()), language(name.language()));
    }

    private static OutletFeed feed(OutletInput.FeedInput feed) {
        int interval = feed.intervalSeconds() == null ? DEFAULT_INTERVAL : feed.intervalSeconds();
        if (interval < SHORTEST_INTERVAL || interval > LONGEST_INTERVAL) {
            throw new IllegalArgumentException("has an interval of %d seconds; it may be from %d to %d"
                    .formatted(interval, SHORTEST_INTERVAL, LONGEST_INTERVAL));
        }
        return new OutletFeed(OutletUrl.checked(feed.url()), interval);
    }

    private static String text(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("is blank");
        }
        if (stripped.length() > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException(
                    "has %d characters; the limit is %d".formatted(stripped.length(), MAX_TEXT_LENGTH));
        }
        if (!StorableText.isStorable(stripped)) {
            throw new IllegalArgumentException("holds half of a character or a NUL");
        }
        return stripped;
    }

    private static String language(String tag) {
        String written = LanguageTag.find(tag)
                .orElseThrow(() -> new IllegalArgumentException("has a language that is no BCP 47 tag"));
        if (tag.isBlank() || written.equals("und")) {
            throw new IllegalArgumentException("has no language");
        }
        return written;
    }

    private static @Nullable String country(@Nullable String country) {
        if (country == null || country.isBlank()) {
            return null;
        }
        if (!COUNTRIES.contains(country)) {
            throw RequestFailure.badInput("country is not an ISO 3166-1 alpha-2 code, such as MA.");
        }
        return country;
    }

    private static ZoneId zone(String zone) {
        if (!ZONES.contains(zone)) {
            throw RequestFailure.badInput("timeZone is not an IANA time zone, such as Africa/Casablanca.");
        }
        return ZoneId.of(zone);
    }

    private static @Nullable String url(String field, @Nullable String url) {
        return url == null || url.isBlank() ? null : named(field, () -> OutletUrl.checked(url));
    }
}
