package org.khabar.article.importing.page;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.text.Folding;

/** The zones that date lines name: "بتوقيت القاهرة", "EST". The names are in a resource file. */
final class DateZones {

    private static final Map<String, ZoneId> ZONES = new HashMap<>();
    private static final Pattern NAMED;
    private static final Set<String> PLACE_WORDS;
    private static final int MAX_ABBREVIATION = 5;

    static {
        WordList.read("date-zones.tsv")
                .map(row -> row.split("\t"))
                .forEach(row -> ZONES.put(Folding.fold(row[0]), ZoneId.of(row[1])));
        NAMED = Pattern.compile("(?<![\\p{L}\\d])(?:ب?توقيت (%s)|(%s))(?![\\p{L}\\d])"
                .formatted(alternatives(false), alternatives(true)));
        PLACE_WORDS = ZONES.keySet().stream()
                .flatMap(name -> Stream.of(name.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private DateZones() {}

    /** A zone and the part of the text that names it. */
    record Named(ZoneId zone, int start, int end) {}

    static Optional<Named> find(String folded) {
        Matcher named = NAMED.matcher(folded);
        if (!named.find()) {
            return Optional.empty();
        }
        String name = named.group(1) == null ? named.group(2) : named.group(1);
        ZoneId zone = ZONES.get(name);
        return zone == null ? Optional.empty() : Optional.of(new Named(zone, named.start(), named.end()));
    }

    /** Whether a folded word names a zone wherever it stands: "est". */
    static boolean isAbbreviation(String word) {
        return !word.isEmpty() && word.length() <= MAX_ABBREVIATION && isLatin(word) && ZONES.containsKey(word);
    }

    /** Whether a folded word is of a place that has a zone. */
    static boolean isOfPlace(String word) {
        return PLACE_WORDS.contains(word);
    }

    private static boolean isLatin(String name) {
        return name.charAt(0) < 128;
    }

    /** The longest first, as some begin with others. */
    private static String alternatives(boolean latin) {
        return ZONES.keySet().stream()
                .filter(name -> latin == isLatin(name))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
