package org.khabar.article.importing.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * Finds where an article's text goes on behind a line that may have ended it: a box of links, a newsletter's form, an
 * advertisement. The text of boxes and of lists of other articles is not taken for it. The article goes on with a
 * paragraph that begins as only a later paragraph does; or with paragraphs in a row, or one that no link's title stands
 * above, in the article's own words. Behind a date, which other articles in lists have, only the first counts.
 */
final class TextBehindBox {

    private static final int PARAGRAPH_WORDS = 12;
    private static final int LONG_PARAGRAPH_WORDS = 25;
    private static final double ROW_SHARE = 0.08;
    private static final double SINGLE_SHARE = 0.25;

    private final List<PageLine> lines;
    private final Signatures signatures;

    TextBehindBox(List<PageLine> lines, Signatures signatures) {
        this.lines = lines;
        this.signatures = signatures;
    }

    /** What is known when a box begins: the words of the article so far, and what kind of box it is. */
    private record Box(Vocabulary article, LeftOutReason reason, boolean dated) {}

    /** The index of the first paragraph of the article behind the line at {@code opening}; empty when it is over. */
    OptionalInt find(int opening, LeftOutReason reason, Vocabulary article) {
        Box box = new Box(article, reason, false);
        for (int i = opening + 1; i < lines.size(); i++) {
            Optional<ChromePhrases.Phrase> phrase = ChromePhrases.get().find(lines.get(i));
            if (phrase.isPresent() && phrase.get().role() == ChromePhrases.Role.FINAL) {
                return OptionalInt.empty();
            }
            if (phrase.isPresent()) {
                box = phrase.get().ends() ? new Box(article, phrase.get().reason(), box.dated()) : box;
                continue;
            }
            if (signatures.isDate(lines.get(i))) {
                box = new Box(article, box.reason(), true);
            } else if (isParagraph(lines.get(i)) && resumes(i, opening, box)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a line is a paragraph as articles have them, and no summary of a few words. */
    static boolean isParagraph(PageLine line) {
        int words = line.words();
        boolean sentence = words >= PARAGRAPH_WORDS && line.endsStatement();
        return (sentence || words >= LONG_PARAGRAPH_WORDS) && !Solicitations.isOne(line);
    }

    private boolean resumes(int index, int opening, Box box) {
        PageLine line = lines.get(index);
        boolean otherArticles = box.reason() == LeftOutReason.LATEST_NEWS || box.reason() == LeftOutReason.RELATED_LINK;
        if (Connectives.opens(line) && (!otherArticles || box.article().shareIn(line) >= ROW_SHARE)) {
            return true;
        }
        if (box.dated()) {
            return false;
        }
        double share = box.article().shareIn(line);
        boolean form = box.reason() == LeftOutReason.NEWSLETTER || box.reason() == LeftOutReason.ADVERTISEMENT;
        boolean row = index + 1 < lines.size() && isParagraph(lines.get(index + 1));
        if (row) {
            double next = box.article().shareIn(lines.get(index + 1));
            return share + next >= 2 * ROW_SHARE && (!form || share >= ROW_SHARE);
        }
        boolean titled = index - 1 > opening && isLinkTitle(lines.get(index - 1));
        return !titled && share >= (form ? ROW_SHARE : SINGLE_SHARE);
    }

    private static boolean isLinkTitle(PageLine line) {
        return !line.endsStatement() && ChromePhrases.get().find(line).isEmpty();
    }
}
