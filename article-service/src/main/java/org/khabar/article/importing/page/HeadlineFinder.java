package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * Finds the headline: the first line that is not of the site's menu, a breadcrumb, a date or a byline. Of several lines
 * before the first date, byline or paragraph, short ones are labels of sections when a longer one follows.
 */
final class HeadlineFinder {

    private static final int MAX_LABEL_WORDS = 3;
    private static final int MAX_SENTENCE_HEADLINE_WORDS = 25;
    private static final int MAX_GROUP = 30;
    private static final Pattern CRUMB_SEPARATOR = Pattern.compile("\\s*+[›>»/|←→]\\s*+");

    private final BylineReader bylines;
    private final OutletNames outlets;

    HeadlineFinder(BylineReader bylines, OutletNames outlets) {
        this.bylines = bylines;
        this.outlets = outlets;
    }

    /** The index of the headline. */
    int find(List<PageLine> lines) throws UnreadablePage {
        List<Integer> group = new ArrayList<>();
        boolean dated = false;
        boolean signed = false;
        for (int i = 0; i < lines.size() && group.size() < MAX_GROUP; i++) {
            PageLine line = lines.get(i);
            if (isFurniture(line)) {
                continue;
            }
            SignatureLine signature = SignatureLine.read(line, bylines).orElse(null);
            if (signature != null && !group.isEmpty()) {
                break;
            }
            if (signature != null) {
                dated |= signature.date() != null;
                signed |= signature.byline() != null;
                continue;
            }
            if (line.isRunningText()) {
                return beforeText(lines, i, group, dated && signed);
            }
            group.add(i);
        }
        if (group.isEmpty()) {
            throw new UnreadablePage(UnreadablePage.Reason.NO_HEADLINE, "The page has no headline.", null);
        }
        return choose(lines, group);
    }

    /** Whether a line before or around a headline belongs to the site. */
    boolean isFurniture(PageLine line) {
        return !line.hasLetters()
                || BodyForms.isDegrees(line.text())
                || BodyForms.isAddress(line.text())
                || BodyForms.bulletOf(line.text()).isPresent()
                || ChromePhrases.get().find(line).isPresent()
                || isBreadcrumb(line)
                || outlets.findByName(line.text()).isPresent();
    }

    private static int beforeText(List<PageLine> lines, int text, List<Integer> group, boolean headerOver)
            throws UnreadablePage {
        if (!group.isEmpty()) {
            return choose(lines, group);
        }
        PageLine line = lines.get(text);
        if (headerOver || line.words() > MAX_SENTENCE_HEADLINE_WORDS) {
            throw new UnreadablePage(
                    UnreadablePage.Reason.NO_HEADLINE,
                    "The page has no headline: its text begins at line %d.".formatted(line.number()),
                    line.number());
        }
        return text;
    }

    private static int choose(List<PageLine> lines, List<Integer> group) {
        return group.stream()
                .filter(i -> lines.get(i).words() > MAX_LABEL_WORDS)
                .findFirst()
                .orElse(group.getLast());
    }

    /** "الرئيسية › سياسة", "Home > World": short parts, and a sign between them that headlines do not have. */
    private static boolean isBreadcrumb(PageLine line) {
        if (line.words() > 14) {
            return false;
        }
        String[] parts = CRUMB_SEPARATOR.split(line.text());
        if (parts.length < 2) {
            return false;
        }
        boolean arrows = line.text().codePoints().anyMatch(c -> "›>»←→".indexOf(c) >= 0);
        boolean shortParts = true;
        for (String part : parts) {
            shortParts &= part.strip().split("\\s+").length <= MAX_LABEL_WORDS;
        }
        boolean home = ChromePhrases.get()
                .find(PageLine.of(line.number(), parts[0], true))
                .isPresent();
        return home || (shortParts && (arrows || parts.length >= 3));
    }
}
