package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.article.text.Folding;

/** Takes a byline apart where dashes, commas and the like stand, and says of each part what it names. */
final class BylineParts {

    /** Between the parts of a byline; possessive, so that it takes time in proportion to the line. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s++[–—/-]\\s*+|\\s*+[|+•·،,;؛]\\s*+|\\s*+[–—]\\s*+|\\s++(?:avec|with|and|et|in|à|مع|من)\\s++");

    private static final int MAX_PARTS = 10;
    private static final int MAX_NAME_LENGTH = 60;

    /** Words that a place follows: "هسبريس من الرباط". */
    private static final Set<String> BEFORE_PLACE = Set.of("من", "in", "à");

    private final OutletNames outlets;

    BylineParts(OutletNames outlets) {
        this.outlets = outlets;
    }

    /** A part of a byline, with its place in the text. */
    record Part(
            int start, int end, String text, OutletNames.@Nullable KnownOutlet outlet, boolean credit, boolean place) {

        int words() {
            return Folding.key(text).split(" ").length;
        }

        /** Whether it is a name that we know: an outlet, an agency, a place; or a word that names nobody. */
        boolean isKnown() {
            return outlet != null || credit || place || BylineRemarks.isRemark(text);
        }

        /** Whether it can be who signs. */
        boolean isPerson() {
            return !isKnown();
        }
    }

    List<Part> of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(text);
        int start = 0;
        boolean place = false;
        while (separator.find() && parts.size() < MAX_PARTS) {
            addPart(parts, text, start, separator.start(), place);
            start = separator.end();
            place = BEFORE_PLACE.contains(separator.group().strip());
        }
        addPart(parts, text, start, text.length(), place);
        return parts.size() == 1 ? hyphenated(text, parts) : parts;
    }

    /** "هوية بريس-متابعة": a hyphen without spaces parts an outlet from what follows, and belongs to a name otherwise. */
    private List<Part> hyphenated(String text, List<Part> whole) {
        int hyphen = text.indexOf('-');
        if (hyphen <= 0 || whole.getFirst().outlet() != null) {
            return whole;
        }
        List<Part> parts = new ArrayList<>();
        addPart(parts, text, 0, hyphen, false);
        addPart(parts, text, hyphen + 1, text.length(), false);
        return !parts.isEmpty() && parts.getFirst().outlet() != null ? parts : whole;
    }

    private void addPart(List<Part> parts, String text, int from, int to, boolean behindPlaceWord) {
        String part = PageLines.trimmed(text.substring(from, to));
        if (part.isEmpty()) {
            return;
        }
        int start = text.indexOf(part, from);
        OutletNames.KnownOutlet outlet = outlets.findByName(part).orElse(null);
        String key = part.length() > MAX_NAME_LENGTH ? "" : Folding.key(part);
        boolean credit = Credits.isKey(key);
        boolean led = behindPlaceWord && !parts.isEmpty() && parts.getLast().outlet() != null;
        boolean named = led && outlet == null && !credit && NameForm.isName(part, 1);
        boolean place = named || NewsroomCities.isKey(key);
        parts.add(new Part(start, start + part.length(), part, outlet, credit, place));
    }
}
