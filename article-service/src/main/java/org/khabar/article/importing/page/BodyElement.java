package org.khabar.article.importing.page;

import java.util.List;
import java.util.stream.Collectors;

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

    /** Of elements that the page wrapped, the first may have a bullet. */
    static BodyElement joined(List<BodyElement> wrapped) {
        if (wrapped.size() == 1) {
            return wrapped.getFirst();
        }
        List<PageLine> lines =
                wrapped.stream().flatMap(element -> element.lines.stream()).toList();
        String text = wrapped.stream().map(BodyElement::text).collect(Collectors.joining(" "));
        return new BodyElement(lines, text, wrapped.getFirst().bulleted);
    }

    /** The text as a line of its own, to ask about its form. */
    PageLine form() {
        return PageLine.of(lines.getFirst().number(), text, lines.getFirst().afterBlank());
    }

    boolean follows(BodyElement before) {
        return lines.getFirst().number() == before.lines.getLast().number() + 1;
    }
}
