package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * Reads the text of a page line by line until something ends it. Boxes of links and the like within the text are left
 * out, see {@link TextBehindBox} and {@link LinkBox}. Running text behind the end is warned of.
 */
final class BodyReader {

    private static final int WARNED_WORDS = 12;

    private final List<PageLine> lines;
    private final DraftNotes notes;
    private final BodyDates dates;
    private final TextBehindBox behindBox;
    private final LinkBox linkBox;
    private final Vocabulary vocabulary = new Vocabulary();
    private final List<BodyElement> elements = new ArrayList<>();
    private int next;

    BodyReader(PageHeader header, List<PageLine> lines, Signatures signatures, DraftNotes notes) {
        this.lines = lines;
        this.notes = notes;
        dates = new BodyDates(header, lines, signatures, notes);
        behindBox = new TextBehindBox(lines, signatures);
        linkBox = new LinkBox(lines);
        vocabulary.add(header.headline().text());
    }

    List<BodyElement> read() {
        while (next < lines.size()) {
            readLine(lines.get(next));
        }
        return List.copyOf(elements);
    }

    private void readLine(PageLine line) {
        Optional<String> bullet = BodyForms.bulletOf(line.text());
        PageLine words = bullet.map(text -> PageLine.of(line.number(), text, line.afterBlank()))
                .orElse(line);
        Optional<ChromePhrases.Phrase> phrase = ChromePhrases.get()
                .find(words)
                .filter(found -> bullet.isEmpty() || found.reason() != LeftOutReason.NAVIGATION);
        if (phrase.isPresent() && !isHeading(phrase.get(), bullet.isPresent())) {
            readPhrase(line, phrase.get());
            return;
        }
        next++;
        LeftOutReason reason = bullet.isPresent() ? null : reasonToLeaveOut(line);
        if (reason != null) {
            notes.leaveOut(line, reason);
        } else if (bullet.isPresent()) {
            elements.add(BodyElement.ofBullet(line, bullet.get()));
        } else if (!dates.take(next - 1, elements.size())) {
            vocabulary.add(line.text());
            elements.add(BodyElement.ofText(line));
        }
    }

    private void readPhrase(PageLine line, ChromePhrases.Phrase phrase) {
        notes.leaveOut(line, phrase.reason());
        next++;
        if (phrase.ends()) {
            readBox(phrase);
            return;
        }
        boolean announces = ChromePhrases.get().isBare(line)
                && (phrase.role() == ChromePhrases.Role.LINKS || phrase.reason() == LeftOutReason.TAGS);
        if (announces) {
            leaveOutUntil(linkBox.end(next, phrase.reason()), phrase.reason());
        }
    }

    /** Leaves out what such a line opens: up to where the text goes on, or to the end of the page. */
    private void readBox(ChromePhrases.Phrase phrase) {
        if (!hasBegun()) {
            boolean text = lines.subList(next, lines.size()).stream().anyMatch(PageLine::isRunningText);
            leaveOutUntil(text ? next : lines.size(), phrase.reason());
            return;
        }
        OptionalInt text = phrase.role() == ChromePhrases.Role.FINAL
                ? OptionalInt.empty()
                : behindBox.find(next - 1, phrase.reason(), vocabulary);
        if (text.isPresent()) {
            leaveOutUntil(linkBox.withoutHeading(next, text.getAsInt()), phrase.reason());
        } else {
            leaveOutEnd(phrase.reason());
        }
    }

    /** Above all text, such a line is a box that the site puts there, unless no text comes at all. */
    private boolean hasBegun() {
        return elements.stream().anyMatch(element -> !element.bulleted());
    }

    /** "الطقس" over a paragraph on the weather: a heading when it has a bullet, or when the text goes on right there. */
    private boolean isHeading(ChromePhrases.Phrase phrase, boolean bulleted) {
        boolean paragraph = next + 1 < lines.size() && TextBehindBox.isParagraph(lines.get(next + 1));
        if (!phrase.ends() || !paragraph || !hasBegun()) {
            return false;
        }
        boolean subject = phrase.reason() == LeftOutReason.WEATHER
                || phrase.reason() == LeftOutReason.CARTOON
                || phrase.reason() == LeftOutReason.PHOTO;
        return subject
                && (bulleted
                        || behindBox.find(next, phrase.reason(), vocabulary).orElse(-1) == next + 1);
    }

    private void leaveOutUntil(int end, LeftOutReason section) {
        LeftOutReason current = section;
        while (next < end) {
            PageLine line = lines.get(next);
            next++;
            ChromePhrases.Phrase phrase = ChromePhrases.get().find(line).orElse(null);
            current = phrase != null && phrase.ends() ? phrase.reason() : current;
            notes.leaveOut(line, phrase == null ? current : phrase.reason());
        }
    }

    private void leaveOutEnd(LeftOutReason opening) {
        LeftOutReason section = opening;
        PageLine firstText = null;
        while (next < lines.size()) {
            PageLine line = lines.get(next);
            next++;
            ChromePhrases.Phrase phrase = ChromePhrases.get().find(line).orElse(null);
            section = phrase != null && phrase.ends() ? phrase.reason() : section;
            boolean text = phrase == null && isTextBehindEnd(line, section);
            firstText = text && firstText == null ? line : firstText;
            notes.leaveOut(line, phrase != null ? phrase.reason() : text ? LeftOutReason.AFTER_END : section);
        }
        warnOfText(firstText);
    }

    private static boolean isTextBehindEnd(PageLine line, LeftOutReason section) {
        return section != LeftOutReason.COMMENTS
                && section != LeftOutReason.PAGE_TOOLS
                && line.words() >= WARNED_WORDS
                && line.endsSentence()
                && !Solicitations.isOne(line);
    }

    private void warnOfText(@Nullable PageLine first) {
        if (first != null) {
            notes.warn(
                    ImportWarning.Code.TEXT_AFTER_END,
                    "There is running text after the end of the article, from line %d on.".formatted(first.number()),
                    first);
        }
    }

    private @Nullable LeftOutReason reasonToLeaveOut(PageLine line) {
        if (BodyForms.isDegrees(line.text())) {
            return LeftOutReason.WEATHER;
        }
        if (BodyForms.isAddress(line.text())) {
            return LeftOutReason.RELATED_LINK;
        }
        if (BodyForms.isHashtags(line.text())) {
            return LeftOutReason.TAGS;
        }
        if (Solicitations.isLine(line)) {
            return LeftOutReason.SHARE;
        }
        boolean yearHeading = BodyForms.isYear(line.folded())
                && next < lines.size()
                && lines.get(next).isRunningText();
        if (BodyForms.isCount(line.folded()) && !yearHeading) {
            return LeftOutReason.PAGE_TOOLS;
        }
        return line.hasLetters() || line.text().codePoints().anyMatch(Character::isDigit)
                ? null
                : LeftOutReason.PAGE_TOOLS;
    }
}
