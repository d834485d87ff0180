package org.khabar.article.importing.page;

/** What is known of a text while it is read: its words, how it ended last, and whether a quotation is open. */
final class TextSoFar {

    private static final String OPENING = "“«";
    private static final String CLOSING = "”»";

    private final Vocabulary vocabulary = new Vocabulary();
    private boolean begun;
    private boolean quoted;
    private boolean sentence;

    void addHeadline(PageLine headline) {
        vocabulary.add(headline);
    }

    void add(PageLine line) {
        vocabulary.add(line);
        begun = true;
        sentence = line.isRunningText() || line.endsSentence();
        for (int i = 0; i < line.text().length(); i++) {
            quoted = quotedBehind(line.text().charAt(i), quoted);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Whether the last line that was added is a sentence or paragraph. */
    boolean endsParagraph() {
        return sentence;
    }

    /** Whether what comes next stands within quotation marks. */
    boolean isQuoted() {
        return quoted;
    }

    private static boolean quotedBehind(char c, boolean before) {
        if (c == '"') {
            return !before;
        }
        return OPENING.indexOf(c) >= 0 || (before && CLOSING.indexOf(c) < 0);
    }
}
