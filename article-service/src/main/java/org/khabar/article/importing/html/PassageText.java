package org.khabar.article.importing.html;

/** Collects the text of one passage: white space collapsed, letters counted. */
final class PassageText {

    private static final int IDEOGRAPH = 3;
    private static final int LONG_SENTENCE = 90;

    private final StringBuilder text = new StringBuilder();
    private int letters;
    private int linked;
    private int bold;
    private boolean space;
    private boolean broken;
    private boolean behindLink;

    void append(String run, boolean link, boolean strong) {
        run.codePoints().forEach(point -> append(point, link, strong));
    }

    private void append(int point, boolean link, boolean strong) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            space = true;
            return;
        }
        if (isDropped(point)) {
            return;
        }
        if (space && !text.isEmpty()) {
            text.append(' ');
        }
        space = false;
        behindLink = false;
        broken = false;
        text.appendCodePoint(point);
        if (Character.isLetterOrDigit(point)) {
            int weight = Character.isIdeographic(point) || isKana(point) ? IDEOGRAPH : 1;
            letters += weight;
            linked += link ? weight : 0;
            bold += strong ? weight : 0;
        }
    }

    /** Control characters, which PostgreSQL and readers have no use for, and what takes no room at all. */
    private static boolean isDropped(int point) {
        return Character.isISOControl(point)
                || point == 0xFEFF
                || point == 0x200B
                || point == 0xAD
                || (point >= 0xD800 && point <= 0xDFFF)
                || point == 0xFFFE
                || point == 0xFFFF;
    }

    private static boolean isKana(int point) {
        return point >= 0x3040 && point <= 0x30FF;
    }

    void endLink() {
        behindLink = true;
    }

    /** Two links in a row are two things, white space between them or not. */
    void apartFromLink() {
        space |= behindLink;
    }

    void appendBreak() {
        space = true;
        broken = true;
    }

    boolean endsWithBreak() {
        return broken;
    }

    boolean isLongSentence() {
        return letters >= LONG_SENTENCE && ".!?؟…۔。".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    Passage passage(Spot spot, Passage.Form form) {
        return new Passage(spot, text.toString(), letters, linked, bold, form);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    void clear() {
        text.setLength(0);
        letters = 0;
        linked = 0;
        bold = 0;
        space = false;
        broken = false;
        behindLink = false;
    }
}
