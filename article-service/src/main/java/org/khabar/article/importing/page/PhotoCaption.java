package org.khabar.article.importing.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Captions of photos, which pages have between date and text, and within it: "الرئيس الروسي / RT", "[File: Reuters]". */
final class PhotoCaption {

    private static final int MAX_WORDS = 14;
    private static final Pattern SQUARE = Pattern.compile("\\[[^\\[\\]]{1,60}+]$");
    private static final Pattern RIGHTS = Pattern.compile("[./|] ?DR$|©");
    private static final Pattern ROUND = Pattern.compile("\\(([^()]{1,40}+)\\)$");

    private final OutletNames outlets;

    PhotoCaption(OutletNames outlets) {
        this.outlets = outlets;
    }

    /** Whether a line that stands above the text is one. */
    boolean isAboveText(PageLine line) {
        if (line.words() > MAX_WORDS || line.endsSentence()) {
            return false;
        }
        return isWithCredit(line)
                || RIGHTS.matcher(line.text()).find()
                || isBehindSlash(line.text())
                || NameForm.isCaption(line.text());
    }

    /** Whether a line says whose photo it describes, as none of a text does. */
    static boolean isWithCredit(PageLine line) {
        boolean agency = line.words() <= MAX_WORDS && !line.endsSentence();
        Matcher square = SQUARE.matcher(line.text());
        return agency && line.text().endsWith("]") && square.find() && square.start() > 0;
    }

    private boolean isBehindSlash(String text) {
        Matcher round = ROUND.matcher(text);
        int slash = text.lastIndexOf('/');
        String credit =
                text.endsWith(")") && round.find() ? round.group(1) : slash > 0 ? text.substring(slash + 1) : "";
        boolean known = Credits.isCredit(credit) || outlets.findByName(credit).isPresent();
        return !credit.isBlank() && known;
    }
}
