package org.khabar.article.importing.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Agencies that a text itself names as its source: in the dateline that opens it ("الرباط – و.م.ع –", "PARIS (AFP) –",
 * "Rabat, 5 mars (MAP) -") or in brackets at its end ("(أ ف ب)"). The text keeps them.
 */
final class AgencyCredit {

    private static final int MAX_DATELINE = 70;
    private static final Pattern BRACKETS = Pattern.compile("[(/\\[]\\s*+([^()/\\[\\]]{1,40}+)\\s*+[)/\\]]");
    private static final Pattern DASH =
            Pattern.compile("\\s*+[–—]\\s*+|\\s++-\\s*+|\\s*+-\\s++|\\s*+:\\s++|\\s*+/\\s*+");
    private static final Pattern BETWEEN = Pattern.compile("\\s*+[,،+|]\\s*+|\\s++(?:and|et|مع)\\s++|\\s*+-\\s*+");

    private AgencyCredit() {}

    /** The element that names agencies, and them as it writes them. */
    record Found(BodyElement element, String agencies) {}

    static Optional<Found> find(List<BodyElement> elements) {
        List<BodyElement> text =
                elements.stream().filter(element -> !element.bulleted()).toList();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        BodyElement first = text.getFirst();
        BodyElement last = text.getLast();
        return opening(first.text())
                .map(agencies -> new Found(first, agencies))
                .or(() -> closing(last.text()).map(agencies -> new Found(last, agencies)));
    }

    /** The agencies that the first and the last paragraph of a text name. */
    static Optional<String> find(String first, String last) {
        return opening(first).or(() -> closing(last));
    }

    private static Optional<String> opening(String text) {
        String start = text.substring(0, Math.min(text.length(), MAX_DATELINE));
        Matcher brackets = BRACKETS.matcher(start);
        boolean inBrackets = brackets.find() && isPlaceAndDate(start.substring(0, brackets.start()));
        if (inBrackets && areAgencies(brackets.group(1))) {
            return Optional.of(brackets.group(1).strip());
        }
        List<String> parts = Arrays.asList(DASH.split(start, -1));
        return parts.stream()
                .limit(Math.min(3, parts.size() - 1L))
                .filter(AgencyCredit::areAgencies)
                .filter(agencies ->
                        parts.subList(0, parts.indexOf(agencies)).stream().allMatch(AgencyCredit::isPlaceAndDate))
                .findFirst()
                .map(String::strip);
    }

    private static Optional<String> closing(String text) {
        String end = text.substring(Math.max(0, text.length() - MAX_DATELINE)).strip();
        Matcher brackets = BRACKETS.matcher(end);
        return Stream.iterate(brackets, Matcher::find, found -> found)
                .filter(found -> end.substring(found.end()).chars().noneMatch(Character::isLetterOrDigit))
                .map(found -> found.group(1).strip())
                .filter(AgencyCredit::areAgencies)
                .findFirst();
    }

    /** What stands before the agency: nothing, or a place, and maybe a day. */
    private static boolean isPlaceAndDate(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || (stripped.split("\\s+").length <= 6 && !stripped.contains("."));
    }

    private static boolean areAgencies(String text) {
        String stripped = text.strip();
        return Credits.isCredit(stripped)
                || (BETWEEN.split(stripped).length > 1
                        && BETWEEN.splitAsStream(stripped).allMatch(Credits::isCredit));
    }
}
