package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * Tells headings, list items and paragraphs apart. A bullet before a short line without a full stop that stands alone
 * above a paragraph makes a heading; bullets in a row, or before sentences, make a list. A short line without a bullet
 * is a heading between paragraphs that end sentences.
 */
final class BlockMaker {

    private static final int MAX_BULLETED_HEADING_WORDS = 15;
    private static final int MAX_PLAIN_HEADING_WORDS = 10;
    private static final int MAX_LISTED_HEADLINE_WORDS = 25;
    private static final int MIN_LISTED_HEADLINES = 3;

    private final List<BodyElement> elements;
    private final DraftNotes notes;

    BlockMaker(List<BodyElement> elements, DraftNotes notes) {
        this.elements = elements;
        this.notes = notes;
    }

    List<DraftBlock> make() {
        int end = endOfText();
        elements.subList(end, elements.size()).stream()
                .flatMap(element -> element.lines().stream())
                .forEach(line -> notes.leaveOut(line, LeftOutReason.LATEST_NEWS));
        List<DraftBlock> blocks = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            BodyElement element = elements.get(i);
            blocks.add(new DraftBlock(
                    kindOf(i, end),
                    element.text(),
                    element.lines().getFirst().number(),
                    element.lines().getLast().number()));
        }
        return blocks;
    }

    private BlockKind kindOf(int index, int end) {
        BodyElement element = elements.get(index);
        if (element.bulleted()) {
            return isBulletedHeading(index, end) ? BlockKind.HEADING : BlockKind.LIST_ITEM;
        }
        return isPlainHeading(index, end) ? BlockKind.HEADING : BlockKind.PARAGRAPH;
    }

    private boolean isBulletedHeading(int index, int end) {
        PageLine form = elements.get(index).form();
        boolean alone = !isBulletAt(index - 1) && !isBulletAt(index + 1);
        boolean last = index + 1 >= end;
        return alone && !last && form.words() <= MAX_BULLETED_HEADING_WORDS && !endsStatement(form.text());
    }

    private boolean isPlainHeading(int index, int end) {
        PageLine form = elements.get(index).form();
        boolean between = index > 0 && index + 1 < end && !isBulletAt(index + 1);
        return between
                && form.words() <= MAX_PLAIN_HEADING_WORDS
                && !form.endsSentence()
                && elements.get(index + 1).form().isRunningText()
                && elements.get(index - 1).form().endsSentence();
    }

    private boolean isBulletAt(int index) {
        return index >= 0 && index < elements.size() && elements.get(index).bulleted();
    }

    /** Questions and exclamations can be headings; what ends with a full stop, comma or semicolon is not. */
    private static boolean endsStatement(String text) {
        return ".،,؛;…۔".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /**
     * Where the text ends before a list of other headlines that nothing announces: several lines without full stops
     * behind paragraphs that have them.
     */
    private int endOfText() {
        int end = elements.size();
        while (end > 0 && isListedHeadline(elements.get(end - 1))) {
            end--;
        }
        boolean listed = elements.size() - end >= MIN_LISTED_HEADLINES;
        long paragraphs = elements.subList(0, end).stream()
                .filter(element -> element.form().isRunningText())
                .count();
        return listed && paragraphs >= 2 ? end : elements.size();
    }

    private static boolean isListedHeadline(BodyElement element) {
        PageLine form = element.form();
        return !element.bulleted() && form.words() <= MAX_LISTED_HEADLINE_WORDS && !form.endsSentence();
    }
}
