package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.DraftBlock;

/**
 * Tells headings, list items and paragraphs apart. A bullet before a short line without a full stop that stands alone
 * above a paragraph makes a heading; bullets in a row, or before sentences, make a list. A short line without a bullet
 * is a heading between paragraphs that end sentences.
 */
final class BlockMaker {

    private static final int MAX_BULLETED_HEADING_WORDS = 15;
    private static final int MAX_PLAIN_HEADING_WORDS = 10;
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,2} ?[.)–-] ?\\D");

    private final List<BodyElement> elements;

    BlockMaker(List<BodyElement> elements) {
        this.elements = elements;
    }

    List<DraftBlock> make() {
        List<DraftBlock> blocks = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            BodyElement element = elements.get(i);
            blocks.add(new DraftBlock(
                    kindOf(i),
                    element.text(),
                    element.lines().getFirst().number(),
                    element.lines().getLast().number()));
        }
        return blocks;
    }

    private BlockKind kindOf(int index) {
        BodyElement element = elements.get(index);
        if (element.bulleted()) {
            return isBulletedHeading(index) ? BlockKind.HEADING : BlockKind.LIST_ITEM;
        }
        return isPlainHeading(index) ? BlockKind.HEADING : BlockKind.PARAGRAPH;
    }

    private boolean isBulletedHeading(int index) {
        PageLine form = elements.get(index).form();
        boolean alone = !isBulletAt(index - 1) && !isBulletAt(index + 1);
        boolean last = index + 1 >= elements.size();
        return alone && !last && form.words() <= MAX_BULLETED_HEADING_WORDS && !endsStatement(form.text());
    }

    private boolean isPlainHeading(int index) {
        PageLine form = elements.get(index).form();
        boolean between = index > 0 && index + 1 < elements.size() && !isBulletAt(index + 1);
        return between
                && form.words() <= MAX_PLAIN_HEADING_WORDS
                && (!form.endsSentence() || isNumberedQuestion(form))
                && elements.get(index + 1).form().isRunningText()
                && elements.get(index - 1).form().endsSentence();
    }

    /** "2. متى تدخل حيز التنفيذ؟" */
    private static boolean isNumberedQuestion(PageLine form) {
        return !form.endsStatement() && NUMBER.matcher(form.folded()).find();
    }

    private boolean isBulletAt(int index) {
        return index >= 0 && index < elements.size() && elements.get(index).bulleted();
    }

    /** Questions and exclamations can be headings; what ends with a full stop, comma or semicolon is not. */
    private static boolean endsStatement(String text) {
        return ".،,؛;…۔".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
