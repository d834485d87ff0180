package org.khabar.article.importing.page;

import java.util.List;
import org.khabar.article.importing.draft.LeftOutReason;

/** Date lines and bylines that close a text: what the header does not say yet is taken from them. */
final class ClosingSignature {

    private static final int MAX_LINES = 3;

    private final PageHeader header;
    private final Signatures signatures;
    private final DraftNotes notes;

    ClosingSignature(PageHeader header, Signatures signatures, DraftNotes notes) {
        this.header = header;
        this.signatures = signatures;
        this.notes = notes;
    }

    /** The elements without the signature at their end. */
    List<BodyElement> cut(List<BodyElement> elements) {
        int end = elements.size();
        while (end > 1 && elements.size() - end < MAX_LINES && take(elements.get(end - 1))) {
            end--;
        }
        return List.copyOf(elements.subList(0, end));
    }

    private boolean take(BodyElement element) {
        PageLine line = element.lines().getLast();
        SignatureLine signature = signatures
                .read(line)
                .filter(read -> !element.bulleted() && element.lines().size() == 1)
                .orElse(null);
        if (signature == null || isSentence(signature)) {
            return isRepeatedName(line);
        }
        boolean taken = signature.date() instanceof DateReading.Stated stated && header.offerDate(stated, line);
        if (signature.byline() != null) {
            taken |= header.offerByline(signature.byline(), line);
        }
        if (!taken) {
            notes.leaveOut(line, signature.date() != null ? LeftOutReason.OTHER_DATE : LeftOutReason.PAGE_TOOLS);
        }
        return true;
    }

    /** "كتب الوزير" without a colon begins a sentence more often than it signs one. */
    private static boolean isSentence(SignatureLine signature) {
        Byline byline = signature.byline();
        return byline != null
                && signature.date() == null
                && byline.certainty() == Byline.Certainty.COMMON_WORD
                && byline.signature() != null
                && byline.signature().codePoints().noneMatch(Character::isUpperCase);
    }

    /** The author's name once more, as boxes below articles have it. */
    private boolean isRepeatedName(PageLine line) {
        String signature = header.signature();
        boolean repeated =
                signature != null && PageLine.of(1, signature, true).key().equals(line.key());
        if (repeated) {
            notes.leaveOut(line, LeftOutReason.PAGE_TOOLS);
        }
        return repeated;
    }
}
