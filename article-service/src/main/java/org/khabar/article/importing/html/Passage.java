package org.khabar.article.importing.html;

import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * Text that stands in the page as one block.
 *
 * @param spot the innermost block element around it
 * @param text white space collapsed
 * @param letters letters and figures; an ideograph counts for several, as it says as much
 * @param linked how many of them are in links
 * @param bold how many of them are set in bold
 * @param form what its elements say that it is
 */
record Passage(Spot spot, String text, int letters, int linked, int bold, Form form) {

    /** What part of a text an element makes. */
    enum Form {
        HEADING,
        PARAGRAPH,
        QUOTE,
        LIST_ITEM,
        CELL,
        CAPTION
    }

    /** From here on text without a full stop reads like a paragraph. */
    private static final int LONG = 110;

    private static final int SHORTEST_SENTENCE = 35;

    /** Some sites set whole paragraphs as headings. */
    private static final int LONGEST_HEADING = 200;

    private static final double MAX_LINKED = 0.5;

    double linkDensity() {
        return letters == 0 ? 0 : (double) linked / letters;
    }

    boolean isHeading() {
        return form == Form.HEADING && letters < LONGEST_HEADING;
    }

    boolean isBold() {
        return bold == letters && letters > 0;
    }

    /** How much running text it is, in letters; none when it is a heading, a label or links. */
    double prose() {
        boolean running = letters >= LONG || (letters >= SHORTEST_SENTENCE && endsSentence());
        boolean text = running
                && (form != Form.HEADING || letters >= LONGEST_HEADING)
                && form != Form.CAPTION
                && linkDensity() <= MAX_LINKED;
        return text ? letters - (double) linked : 0;
    }

    boolean endsSentence() {
        int end = text.length() - 1;
        while (end > 0 && "”»\"')]’".indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        return ".!?؟…؛۔:。！？".indexOf(text.charAt(end)) >= 0;
    }

    /** The same with the form that its elements give it now. */
    Passage reformed() {
        return new Passage(spot, text, letters, linked, bold, PassageForms.of(spot));
    }

    @Nullable
    LeftOutReason reason() {
        return spot.reason;
    }
}
