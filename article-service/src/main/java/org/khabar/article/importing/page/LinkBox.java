package org.khabar.article.importing.page;

import java.util.List;
import org.khabar.article.importing.draft.LeftOutReason;

/** The links, or keywords, that a line such as "اقرأ أيضا" announces on the lines below it. */
final class LinkBox {

    private static final int MAX_LINKS = 5;
    private static final int MAX_TAGS = 15;
    private static final int MAX_TAG_WORDS = 5;
    private static final int MAX_LINK_WORDS = 18;
    private static final int SHORT_HEADING_WORDS = 4;
    private static final int LONG_LINK_WORDS = 6;

    private final List<PageLine> lines;

    LinkBox(List<PageLine> lines) {
        this.lines = lines;
    }

    /** The index behind the last link of a box whose first is at {@code first}. */
    int end(int first, LeftOutReason reason) {
        boolean tags = reason == LeftOutReason.TAGS;
        int most = Math.min(lines.size(), first + (tags ? MAX_TAGS : MAX_LINKS));
        int end = first;
        while (end < most && isItem(lines.get(end), tags) && !isSetOff(first, end)) {
            end++;
        }
        return end < lines.size() && lines.get(end).isRunningText() ? withoutHeading(first, end) : end;
    }

    private static boolean isItem(PageLine line, boolean tags) {
        boolean other = ChromePhrases.get().find(line).isPresent() || Connectives.opens(line);
        return !other && !line.endsStatement() && line.words() <= (tags ? MAX_TAG_WORDS : MAX_LINK_WORDS);
    }

    /**
     * The index before a heading of the article that stands between the last link and the text at {@code text}: set off
     * from the links by a blank line that parts no two links, or by a bullet that they do not have, or much shorter.
     */
    int withoutHeading(int first, int text) {
        int last = text - 1;
        if (last <= first || !isItem(lines.get(last), false)) {
            return text;
        }
        List<PageLine> links = lines.subList(first, last);
        PageLine heading = lines.get(last);
        boolean apart = heading.afterBlank() && links.stream().skip(1).noneMatch(PageLine::afterBlank);
        boolean bulleted = isBulleted(heading) && links.stream().noneMatch(LinkBox::isBulleted);
        boolean shorter = heading.words() <= SHORT_HEADING_WORDS
                && links.stream().allMatch(link -> link.words() >= LONG_LINK_WORDS);
        return apart || bulleted || shorter ? last : text;
    }

    /** Whether a blank line parts a line from links that none parts. */
    private boolean isSetOff(int first, int index) {
        boolean together =
                index - first > 1 || (index > first && !lines.get(first).afterBlank());
        return together
                && lines.get(index).afterBlank()
                && lines.subList(first + 1, index).stream().noneMatch(PageLine::afterBlank);
    }

    private static boolean isBulleted(PageLine line) {
        return BodyForms.bulletOf(line.text()).isPresent();
    }
}
