package org.khabar.article.importing.page;

import java.util.List;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * Headlines of other articles behind a text that nothing announces: several short lines without full stops behind
 * paragraphs that have them. A guess, so it is warned of.
 */
final class ListedHeadlines {

    private static final int MAX_WORDS = 14;
    private static final int MIN_HEADLINES = 3;
    private static final int MIN_PARAGRAPHS = 2;
    private static final int OPEN_PARAGRAPH_WORDS = 15;

    private final List<BodyElement> elements;
    private final Signatures signatures;

    ListedHeadlines(List<BodyElement> elements, Signatures signatures) {
        this.elements = elements;
        this.signatures = signatures;
    }

    /** The elements without such headlines. */
    List<BodyElement> cut(DraftNotes notes) {
        int end = endOfText();
        if (end == elements.size()) {
            return elements;
        }
        PageLine first = elements.get(end).lines().getFirst();
        elements.subList(end, elements.size()).stream()
                .flatMap(element -> element.lines().stream())
                .forEach(line -> notes.leaveOut(line, LeftOutReason.LATEST_NEWS));
        notes.warn(
                ImportWarning.Code.GUESSED_END,
                "The lines from %d on were taken for headlines of other articles.".formatted(first.number()),
                first);
        return List.copyOf(elements.subList(0, end));
    }

    private int endOfText() {
        int end = elements.size();
        while (end > 0 && isListedHeadline(elements.get(end - 1))) {
            end--;
        }
        boolean listed = elements.size() - end >= MIN_HEADLINES && !isAnnounced(end) && !isDialogue(end);
        return listed && writesFullStops(elements.subList(0, end)) ? end : elements.size();
    }

    /** Whether the text itself leads to the list: "على النحو التالي:". */
    private boolean isAnnounced(int end) {
        return end > 0 && elements.get(end - 1).text().strip().endsWith(":");
    }

    /** Closing questions of an article, or the last questions and answers of an interview. */
    private boolean isDialogue(int end) {
        long questions = elements.subList(end, elements.size()).stream()
                .filter(element -> element.form().endsQuestion())
                .count();
        boolean asked = end > 0 && elements.get(end - 1).form().endsQuestion();
        return asked || questions * 2 >= elements.size() - end;
    }

    private boolean isListedHeadline(BodyElement element) {
        PageLine form = element.form();
        return !element.bulleted()
                && form.words() <= MAX_WORDS
                && !form.endsStatement()
                && !Connectives.opens(form)
                && signatures.read(form).isEmpty();
    }

    /** Whether the text before has paragraphs, and none of them is left without a full stop. */
    private static boolean writesFullStops(List<BodyElement> text) {
        long paragraphs =
                text.stream().filter(element -> element.form().isRunningText()).count();
        boolean open = text.stream()
                .map(BodyElement::form)
                .anyMatch(form -> form.words() >= OPEN_PARAGRAPH_WORDS && !form.endsSentence());
        return paragraphs >= MIN_PARAGRAPHS && !open;
    }
}
