package org.khabar.article.importing.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * A paragraph or bulleted item in the making.
 *
 * @param lines the lines that it is made of
 * @param text without a bullet, lines joined by a space
 */
record BodyElement(List<PageLine> lines, String text, boolean bulleted) {

    BodyElement {
        lines = List.copyOf(lines);
    }

    static BodyElement ofText(PageLine line) {
        return new BodyElement(List.of(line), line.text(), false);
    }

    static BodyElement ofBullet(PageLine line, String text) {
        return new BodyElement(List.of(line), text, true);
    }

    /** This with a line more, which the page wrapped. */
    BodyElement joinedWith(BodyElement wrapped) {
        List<PageLine> joined =
                Stream.concat(lines.stream(), wrapped.lines.stream()).toList();
        return new BodyElement(joined, text + " " + wrapped.text, bulleted);
    }

    /** The text as a line of its own, to ask about its form. */
    PageLine form() {
        return PageLine.of(lines.getFirst().number(), text, lines.getFirst().afterBlank());
    }

    boolean follows(BodyElement before) {
        return lines.getFirst().number() == before.lines.getLast().number() + 1;
    }
}
