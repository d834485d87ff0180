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
    private final TextSoFar text = new TextSoFar();
    private final ChromeHeadings headings;
    private final List<BodyElement> elements = new ArrayList<>();
    private final int lastText;
    private int next;

    BodyReader(PageHeader header, List<PageLine> lines, Signatures signatures, DraftNotes notes) {
        this.lines = lines;
        this.notes = notes;
        dates = new BodyDates(header, lines, signatures, notes);
        behindBox = new TextBehindBox(lines, signatures);
        linkBox = new LinkBox(lines);
        lastText = PageLines.lastRunningText(lines);
        headings = new ChromeHeadings(lines, behindBox);
        text.addHeadline(header.headline());
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
        boolean heading = phrase.isPresent() && hasBegun() && headings.isOne(next, phrase.get(), text);
        if (phrase.isPresent() && !heading) {
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
            text.add(line);
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
            leaveOutUntil(next <= lastText ? next : lines.size(), phrase.reason());
            return;
        }
        OptionalInt resumed = phrase.role() == ChromePhrases.Role.FINAL
                ? OptionalInt.empty()
                : behindBox.find(next - 1, phrase.reason(), text.vocabulary());
        if (resumed.isPresent()) {
            warnOfGuess(phrase, resumed.getAsInt());
            leaveOutUntil(linkBox.withoutHeading(next, resumed.getAsInt()), phrase.reason());
        } else {
            leaveOutEnd(phrase.reason());
        }
    }

    /** Paragraphs of other articles in such boxes read like the article's own. */
    private void warnOfGuess(ChromePhrases.Phrase phrase, int resumed) {
        boolean list = phrase.reason() == LeftOutReason.LATEST_NEWS || phrase.reason() == LeftOutReason.RELATED_LINK;
        if (list) {
            PageLine line = lines.get(resumed);
            notes.warn(
                    ImportWarning.Code.GUESSED_END,
                    "The text was taken to go on behind links to other articles, at line %d.".formatted(line.number()),
                    line);
        }
    }

    /** Above all text, such a line is a box that the site puts there, unless no text comes at all. */
    private boolean hasBegun() {
        return text.hasBegun();
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
        if (PhotoCaption.isWithCredit(line)) {
            return LeftOutReason.PHOTO;
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
