package org.khabar.article.importing.page;

import java.util.Optional;
import java.util.regex.Pattern;
import org.khabar.article.importing.draft.LeftOutReason;

/** Tells what a line at the top of a page is by its form and words alone. */
final class HeaderForms {

    static final int MAX_LABEL_WORDS = 3;

    private static final int MAX_CRUMB_WORDS = 14;
    private static final Pattern CRUMB_SEPARATOR = Pattern.compile("\\s*+[›>»/|←→]\\s*+");
    private static final Pattern CRUMB_SEPARATOR_BESIDE_QUOTES = Pattern.compile("\\s*+[›>/|←→]\\s*+");

    private final Signatures signatures;
    private final OutletNames outlets;

    HeaderForms(Signatures signatures, OutletNames outlets) {
        this.signatures = signatures;
        this.outlets = outlets;
    }

    /** What a line at the top of a page can be. */
    enum Form {
        /** Of the site's menu: a section, a way of breadcrumbs, the site's own name. */
        MENU,
        /** Of the site as well: buttons, counters, addresses. */
        TOOL,
        /** Says when the page was published, and maybe by whom. */
        DATE,
        /** Says by whom. */
        BYLINE,
        /** Has the form of one of these, and would be a headline if the page had no other. */
        DOUBTFUL,
        /** So short that it can be a label of a section. */
        LABEL,
        /** Has the length of a headline. */
        TITLE,
        /** A paragraph. */
        TEXT
    }

    Form of(PageLine line) {
        if (isTool(line)) {
            return Form.TOOL;
        }
        Optional<ChromePhrases.Phrase> phrase = ChromePhrases.get().find(line);
        if (phrase.isPresent()) {
            return ofPhrase(line, phrase.get());
        }
        if (outlets.findByName(line.text()).isPresent() || isHomeBreadcrumb(line)) {
            return Form.MENU;
        }
        Optional<SignatureLine> signature = signatures.read(line);
        if (signature.isPresent()) {
            return ofSignature(line, signature.get());
        }
        boolean doubtful = BodyForms.bulletOf(line.text()).isPresent() || isBreadcrumb(line);
        if (doubtful) {
            return line.isRunningText() ? Form.TOOL : Form.DOUBTFUL;
        }
        return line.isRunningText() ? Form.TEXT : line.words() <= MAX_LABEL_WORDS ? Form.LABEL : Form.TITLE;
    }

    /** Whether a line behind the headline, which is no date or byline, belongs to the site. */
    boolean isFurniture(PageLine line) {
        return isTool(line)
                || isBreadcrumb(line)
                || ChromePhrases.get().find(line).isPresent()
                || outlets.findByName(line.text()).isPresent();
    }

    static LeftOutReason furnitureReason(PageLine line) {
        return ChromePhrases.get()
                .find(line)
                .map(ChromePhrases.Phrase::reason)
                .orElseGet(() -> BodyForms.isDegrees(line.text()) ? LeftOutReason.WEATHER : otherReason(line));
    }

    private static LeftOutReason otherReason(PageLine line) {
        if (BodyForms.isCount(line.folded())) {
            return LeftOutReason.PAGE_TOOLS;
        }
        return DateReader.readFolded(line.folded()).isPresent() ? LeftOutReason.OTHER_DATE : LeftOutReason.NAVIGATION;
    }

    private static boolean isTool(PageLine line) {
        return (!line.hasLetters() && DateReader.readFolded(line.folded()).isEmpty())
                || BodyForms.isCount(line.folded())
                || BodyForms.isDegrees(line.text())
                || BodyForms.isAddress(line.text());
    }

    private static Form ofPhrase(PageLine line, ChromePhrases.Phrase phrase) {
        if (!ChromePhrases.get().isBare(line)) {
            return line.words() > MAX_LABEL_WORDS && !line.isRunningText() ? Form.DOUBTFUL : Form.TOOL;
        }
        return phrase.reason() == LeftOutReason.NAVIGATION ? Form.MENU : Form.TOOL;
    }

    private static Form ofSignature(PageLine line, SignatureLine signature) {
        Byline byline = signature.byline();
        if (signature.date() != null || byline == null) {
            return Form.DATE;
        }
        return switch (byline.certainty()) {
            case KNOWN_NAMES -> Form.BYLINE;
            case COMMON_LABEL -> line.words() > MAX_LABEL_WORDS ? Form.TITLE : Form.DOUBTFUL;
            case LABEL, BESIDE_KNOWN_NAME, COMMON_WORD, NAME_ONLY -> Form.DOUBTFUL;
        };
    }

    private static boolean isHomeBreadcrumb(PageLine line) {
        String[] parts = crumbs(line);
        return parts.length > 1
                && ChromePhrases.get()
                        .find(PageLine.of(line.number(), parts[0], true))
                        .isPresent();
    }

    /** "الرئيسية › سياسة", "Home > World": short parts, and a sign between them that headlines do not have. */
    static boolean isBreadcrumb(PageLine line) {
        String[] parts = crumbs(line);
        if (parts.length < 2) {
            return false;
        }
        boolean shortParts = true;
        for (String part : parts) {
            shortParts &= part.strip().split("\\s+").length <= MAX_LABEL_WORDS;
        }
        boolean quotes = line.text().indexOf('«') >= 0;
        boolean arrows = line.text().codePoints().anyMatch(c -> (quotes ? "›>←→" : "›>»←→").indexOf(c) >= 0);
        return isHomeBreadcrumb(line) || (shortParts && (arrows || parts.length >= 3));
    }

    /** The parts of a line between arrows; where there are opening quotation marks of that form, they are none. */
    private static String[] crumbs(PageLine line) {
        if (line.words() > MAX_CRUMB_WORDS || line.hasGap()) {
            return new String[] {line.text()};
        }
        boolean quotes = line.text().indexOf('«') >= 0;
        return (quotes ? CRUMB_SEPARATOR_BESIDE_QUOTES : CRUMB_SEPARATOR).split(line.text());
    }
}
