package org.khabar.article.importing.page;

import java.util.List;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * Lines of a text that say the same as lines that sites put around texts: "الطقس" over a paragraph on the weather,
 * "السياسة" over one on politics, "التعليق" within a statement that is quoted. The text around them tells.
 */
final class ChromeHeadings {

    private static final String CLOSING = "”»\"";

    private final List<PageLine> lines;
    private final TextBehindBox behindBox;

    ChromeHeadings(List<PageLine> lines, TextBehindBox behindBox) {
        this.lines = lines;
        this.behindBox = behindBox;
    }

    /** Whether the line at an index, which has the words of such a phrase, goes with the text before and behind it. */
    boolean isOne(int index, ChromePhrases.Phrase phrase, TextSoFar text) {
        if (index + 1 >= lines.size() || !isBare(lines.get(index))) {
            return false;
        }
        PageLine next = lines.get(index + 1);
        if (phrase.role() == ChromePhrases.Role.SECTION) {
            return next.isRunningText() && text.endsParagraph();
        }
        if (!phrase.ends()) {
            return false;
        }
        boolean bulleted = BodyForms.bulletOf(lines.get(index).text()).isPresent();
        if (bulleted || isQuoted(next, text)) {
            return next.isRunningText();
        }
        return isSubject(phrase.reason())
                && TextBehindBox.isParagraph(next)
                && behindBox.find(index, phrase.reason(), text.vocabulary()).orElse(-1) == index + 1;
    }

    private static boolean isBare(PageLine line) {
        return BodyForms.bulletOf(line.text()).isPresent()
                || ChromePhrases.get().isBare(line);
    }

    private static boolean isQuoted(PageLine next, TextSoFar text) {
        return text.isQuoted() && next.text().codePoints().anyMatch(c -> CLOSING.indexOf(c) >= 0);
    }

    private static boolean isSubject(LeftOutReason reason) {
        return reason == LeftOutReason.WEATHER || reason == LeftOutReason.CARTOON || reason == LeftOutReason.PHOTO;
    }
}
