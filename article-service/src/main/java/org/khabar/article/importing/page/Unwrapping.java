package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins paragraphs that a page broke into lines of one width. A page does so when its lines are short, mostly fill that
 * width, and mostly end within a sentence; where every line is a paragraph they do not.
 */
final class Unwrapping {

    private static final int MAX_WIDTH = 110;
    private static final int MIN_LINES = 4;
    private static final double FULL = 0.6;

    private Unwrapping() {}

    static List<BodyElement> unwrap(List<BodyElement> elements) {
        return isWrapped(elements) ? join(elements) : elements;
    }

    private static boolean isWrapped(List<BodyElement> elements) {
        int width = elements.stream().mapToInt(e -> e.text().length()).max().orElse(0);
        if (width > MAX_WIDTH) {
            return false;
        }
        int continued = 0;
        int full = 0;
        int openEnded = 0;
        for (int i = 0; i + 1 < elements.size(); i++) {
            BodyElement element = elements.get(i);
            if (!continues(element, elements.get(i + 1))) {
                continue;
            }
            continued++;
            full += element.text().length() >= FULL * width ? 1 : 0;
            openEnded += element.lines().getLast().endsSentence() ? 0 : 1;
        }
        return continued >= MIN_LINES && full >= FULL * continued && openEnded >= FULL * continued;
    }

    private static List<BodyElement> join(List<BodyElement> elements) {
        List<BodyElement> joined = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= elements.size(); i++) {
            if (i == elements.size() || !continues(elements.get(i - 1), elements.get(i))) {
                joined.add(BodyElement.joined(elements.subList(start, i)));
                start = i;
            }
        }
        return joined;
    }

    private static boolean continues(BodyElement element, BodyElement next) {
        return next.follows(element) && !next.bulleted();
    }
}
