package org.khabar.article.importing.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A byline that a known outlet's name leads, with a sign and anything behind it: "هوية بريس – إعداد: نبيل غزال",
 * "هوية بريس – عن الجزيرة نت", "هوية بريس – متابعات (وكالات)". Only where bylines stand is that enough to be one.
 */
final class LedByline {

    private static final int MAX_WORDS = 14;
    private static final int MAX_NAME_LENGTH = 40;
    private static final String SIGNS = "–—-/|:،,•·";
    private static final Pattern TAKEN_FROM =
            Pattern.compile("^(?:نقلا عن|نقلاً عن|عن|d'après|selon|from|via)\\s++", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("[(\\[][^()\\[\\]]*+[)\\]]");

    private final OutletNames outlets;
    private final BylineParts parts;

    LedByline(OutletNames outlets) {
        this.outlets = outlets;
        parts = new BylineParts(outlets);
    }

    Optional<Byline> read(PageLine line) {
        if (line.words() > MAX_WORDS || line.endsStatement()) {
            return Optional.empty();
        }
        String text = line.text();
        for (int i = 1; i < Math.min(text.length() - 1, MAX_NAME_LENGTH); i++) {
            if (SIGNS.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            String name = PageLines.trimmed(text.substring(0, i));
            Optional<OutletNames.KnownOutlet> outlet = outlets.findByName(name);
            if (outlet.isPresent()) {
                return Optional.of(byline(name, outlet.get(), withoutSigns(text.substring(i))));
            }
        }
        return Optional.empty();
    }

    private Byline byline(String name, OutletNames.KnownOutlet outlet, String rest) {
        BylineLabel.Found label = BylineLabel.find(rest);
        String taken = TAKEN_FROM.matcher(rest).replaceFirst("");
        if (!taken.equals(rest) || (label != null && label.label().isSource())) {
            return ofOutlet(name, outlet, label == null ? taken : label.rest());
        }
        String named = BRACKETS.matcher(label == null ? rest : label.rest())
                .replaceAll(" ")
                .strip();
        List<BylineParts.Part> found = parts.of(named.replace("/", " / "));
        boolean credits = !found.isEmpty() && found.stream().allMatch(BylineParts.Part::credit);
        if (credits) {
            return ofOutlet(name, outlet, rest);
        }
        boolean person = !BylineRemarks.isRemark(named) && NameForm.isName(named, 1);
        return person
                ? new Byline(named, false, null, outlet, Byline.Certainty.BESIDE_KNOWN_NAME)
                : ofOutlet(name, outlet, null);
    }

    private static Byline ofOutlet(String name, OutletNames.KnownOutlet outlet, @Nullable String credit) {
        return new Byline(name, true, credit, outlet, Byline.Certainty.BESIDE_KNOWN_NAME);
    }

    private static String withoutSigns(String text) {
        int start = 0;
        while (start < text.length()
                && (SIGNS.indexOf(text.charAt(start)) >= 0 || Character.isSpaceChar(text.charAt(start)))) {
            start++;
        }
        return PageLines.trimmed(text.substring(start));
    }
}
