package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.html.PageFacts.Property;
import org.khabar.article.text.Folding;

/**
 * The headline of a page.
 *
 * @param keys all that the page calls its headline, folded
 * @param index the index of the passage that shows it, -1 when none does
 */
record HtmlHeadline(Stated<String> headline, Set<String> keys, int index) {

    private static final int SHORTEST = 2;

    /** A heading of fewer words is the name of a section. */
    private static final int LABEL = 3;

    /** Between a headline and the name of the site in titles: "… | هسبريس", "… - Le Monde". */
    private static final Pattern SITE = Pattern.compile("\\s[|–—-]\\s|\\s::\\s|\\s»\\s|\\s\\|");

    HtmlHeadline {
        keys = Set.copyOf(keys);
    }

    /** The headline that machines are told, as the page shows it where both say the same; else the first heading. */
    static Optional<HtmlHeadline> find(PageFacts facts, HtmlOutline outline) {
        List<Passage> passages = outline.passages();
        List<Stated<String>> stated = stated(facts);
        Set<String> keys = new HashSet<>();
        stated.forEach(value -> keys.add(Folding.key(value.value())));
        int shown = shown(passages, keys);
        if (shown >= 0) {
            String text = passages.get(shown).text();
            keys.add(Folding.key(text));
            FieldOrigin origin = stated.stream()
                    .filter(value -> Folding.key(value.value()).equals(Folding.key(text)))
                    .map(Stated::origin)
                    .findFirst()
                    .orElse(FieldOrigin.PAGE);
            return Optional.of(new HtmlHeadline(new Stated<>(text, origin), keys, shown));
        }
        int first = firstHeading(passages);
        Optional<Stated<String>> machine = stated.stream()
                .filter(value -> value.origin() != FieldOrigin.META || first < 0)
                .findFirst();
        if (first >= 0) {
            keys.add(Folding.key(passages.get(first).text()));
        }
        return machine.or(() -> first < 0
                        ? Optional.empty()
                        : Optional.of(new Stated<>(passages.get(first).text(), FieldOrigin.PAGE)))
                .map(headline -> new HtmlHeadline(headline, keys, first));
    }

    /** What the page says, and the same without the site's name at its end. */
    private static List<Stated<String>> stated(PageFacts facts) {
        List<Stated<String>> stated = new ArrayList<>();
        for (Stated<String> value : facts.list(Property.HEADLINE)) {
            String bare = withoutSite(value.value());
            stated.add(new Stated<>(bare, value.origin()));
            if (!bare.equals(value.value())) {
                stated.add(value);
            }
        }
        return stated.stream()
                .filter(value -> Folding.key(value.value()).length() >= SHORTEST)
                .toList();
    }

    private static String withoutSite(String title) {
        String[] parts = SITE.split(title);
        String first = parts.length == 0 ? title : parts[0].strip();
        String last = parts.length == 0 ? title : parts[parts.length - 1].strip();
        if (parts.length < 2 || first.length() < title.length() / 3) {
            return title;
        }
        return last.length() < first.length()
                ? title.substring(0, title.lastIndexOf(last)).replaceFirst("[\\s|–—:»-]+$", "")
                : first;
    }

    /** The first heading that is what machines are told, or the longer form of it; else the first passage that is. */
    private static int shown(List<Passage> passages, Set<String> keys) {
        int other = -1;
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            boolean possible = passage.reason() == null && passage.letters() <= 400;
            String key = possible ? Folding.key(passage.text()) : "";
            if (keys.contains(key) && !key.isEmpty()) {
                if (passage.isHeading()) {
                    return i;
                }
                other = other < 0 ? i : other;
            }
        }
        return other >= 0 ? other : longer(passages, keys);
    }

    /** A first-level heading that a stated headline is the beginning of: it was cut for machines. */
    private static int longer(List<Passage> passages, Set<String> keys) {
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (isTitle(passage)) {
                String key = Folding.key(passage.text());
                if (keys.stream().anyMatch(cut -> cut.length() >= 20 && key.startsWith(cut))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean isTitle(Passage passage) {
        return passage.isHeading()
                && passage.reason() == null
                && passage.spot().element.normalName().equals("h1");
    }

    /** The first heading of the first level, else the first of any level that stands above the text and is no label. */
    private static int firstHeading(List<Passage> passages) {
        int first = -1;
        boolean text = false;
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (isTitle(passage)) {
                return i;
            }
            text |= passage.prose() > 0 && passage.reason() == null;
            boolean heading = passage.isHeading() && passage.reason() == null && passage.linkDensity() < 1;
            if (!text && first < 0 && heading && passage.text().split(" ").length >= LABEL) {
                first = i;
            }
        }
        return first;
    }
}
