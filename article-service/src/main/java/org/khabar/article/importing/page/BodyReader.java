package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * Reads the text of a page line by line until something opens what follows it. After that nothing is text again, and
 * running text there is warned of.
 */
final class BodyReader {

    private static final int MAX_LINKS = 5;
    private static final int WARNED_WORDS = 20;

    private final PageHeader header;
    private final DraftNotes notes;
    private final BylineReader bylines;
    private final List<BodyElement> elements = new ArrayList<>();
    private @Nullable LeftOutReason ended;
    private boolean warned;
    private int linksLeft;
    private int lastText;

    BodyReader(PageHeader header, OutletNames outlets, DraftNotes notes) {
        this.header = header;
        this.notes = notes;
        bylines = new BylineReader(outlets);
    }

    List<BodyElement> read(List<PageLine> lines) {
        lastText = lines.stream()
                .filter(PageLine::isRunningText)
                .mapToInt(PageLine::number)
                .max()
                .orElse(0);
        lines.forEach(this::readLine);
        return List.copyOf(elements);
    }

    private void readLine(PageLine line) {
        if (ended != null) {
            leaveOutAfterEnd(line, ended);
            return;
        }
        Optional<String> bullet = BodyForms.bulletOf(line.text());
        if (bullet.isPresent()) {
            readBullet(line, bullet.get());
            return;
        }
        Optional<ChromePhrases.Phrase> phrase = ChromePhrases.get().find(line);
        if (phrase.isPresent()) {
            readPhrase(line, phrase.get());
            return;
        }
        LeftOutReason reason = reasonToLeaveOut(line);
        if (reason != null) {
            notes.leaveOut(line, reason);
            return;
        }
        if (!isSignature(line)) {
            linksLeft = 0;
            elements.add(BodyElement.ofText(line));
        }
    }

    private void readBullet(PageLine line, String text) {
        Optional<ChromePhrases.Phrase> phrase = ChromePhrases.get().find(PageLine.of(line.number(), text, true));
        boolean chrome = phrase.isPresent() && phrase.get().reason() != LeftOutReason.NAVIGATION;
        if (chrome) {
            readPhrase(line, phrase.get());
        } else if (linksLeft > 0 && !line.endsSentence()) {
            linksLeft--;
            notes.leaveOut(line, LeftOutReason.RELATED_LINK);
        } else {
            elements.add(BodyElement.ofBullet(line, text));
        }
    }

    private void readPhrase(PageLine line, ChromePhrases.Phrase phrase) {
        notes.leaveOut(line, phrase.reason());
        switch (phrase.role()) {
            case END -> ended = isEnd(line) ? phrase.reason() : null;
            case LINKS -> linksLeft = ChromePhrases.get().isBare(line) ? MAX_LINKS : 0;
            case ASIDE -> {}
        }
    }

    /** Above all text, such a line is a box that the site puts there, unless no text comes at all. */
    private boolean isEnd(PageLine line) {
        boolean begun = elements.stream().anyMatch(element -> !element.bulleted());
        return begun || lastText < line.number();
    }

    private @Nullable LeftOutReason reasonToLeaveOut(PageLine line) {
        if (linksLeft > 0 && !line.endsSentence() && !line.isRunningText()) {
            linksLeft--;
            return LeftOutReason.RELATED_LINK;
        }
        if (BodyForms.isDegrees(line.text())) {
            return LeftOutReason.WEATHER;
        }
        if (BodyForms.isAddress(line.text())) {
            return LeftOutReason.RELATED_LINK;
        }
        if (BodyForms.isHashtags(line.text())) {
            return LeftOutReason.TAGS;
        }
        return line.hasLetters() || line.text().codePoints().anyMatch(Character::isDigit)
                ? null
                : LeftOutReason.PAGE_TOOLS;
    }

    /** A date line or byline below the text: taken when the header had none. */
    private boolean isSignature(PageLine line) {
        SignatureLine signature = SignatureLine.read(line, bylines).orElse(null);
        if (signature == null) {
            return false;
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

    private void leaveOutAfterEnd(PageLine line, LeftOutReason section) {
        Optional<ChromePhrases.Phrase> phrase = ChromePhrases.get().find(line);
        boolean opens = phrase.isPresent() && phrase.get().role() == ChromePhrases.Role.END;
        ended = opens ? phrase.get().reason() : section;
        boolean text = phrase.isEmpty()
                && section != LeftOutReason.COMMENTS
                && line.words() >= WARNED_WORDS
                && line.endsSentence();
        notes.leaveOut(line, phrase.map(ChromePhrases.Phrase::reason).orElse(text ? LeftOutReason.AFTER_END : section));
        if (text && !warned) {
            warned = true;
            notes.warn(
                    ImportWarning.Code.TEXT_AFTER_END,
                    "There is running text after the end of the article, from line %d on.".formatted(line.number()),
                    line);
        }
    }
}
