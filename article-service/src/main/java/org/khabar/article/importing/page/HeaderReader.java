package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutReason;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * Reads a page up to its text: what the site puts before the headline, the headline, and then date line, byline, share
 * buttons and a standfirst in any order.
 */
final class HeaderReader {

    /** How far below a line of text a date line or byline may still belong to the header. */
    private static final int LOOK_AHEAD = 4;

    private final List<PageLine> lines;
    private final DraftNotes notes;
    private final BylineReader bylines;
    private final OutletNames outlets;
    private final HeadlineFinder headlines;

    HeaderReader(List<PageLine> lines, OutletNames outlets, DraftNotes notes) {
        this.lines = lines;
        this.notes = notes;
        this.outlets = outlets;
        bylines = new BylineReader(outlets);
        headlines = new HeadlineFinder(bylines, outlets);
    }

    /** The header, and the lines that are left for the body: the standfirst and all from the first paragraph on. */
    record Result(PageHeader header, List<PageLine> body) {}

    Result read() throws UnreadablePage {
        int headline = headlines.find(lines);
        PageHeader header = new PageHeader(lines.get(headline));
        List<PageLine> body = new ArrayList<>();
        int next = headline + 1;
        while (next < lines.size() && readHeaderLine(header, next, body)) {
            next++;
        }
        readBeforeHeadline(header, headline);
        body.addAll(lines.subList(next, lines.size()));
        return new Result(header, body);
    }

    /** Whether the line was of the header; a standfirst is, and is passed on to the body. */
    private boolean readHeaderLine(PageHeader header, int index, List<PageLine> body) {
        PageLine line = lines.get(index);
        Optional<ChromePhrases.Phrase> phrase = ChromePhrases.get().find(line);
        if (phrase.isPresent() && phrase.get().role() == ChromePhrases.Role.END && !textFollows(index)) {
            return false;
        }
        if (phrase.isPresent()) {
            notes.leaveOut(line, phrase.get().reason());
            return true;
        }
        Optional<SignatureLine> signature = SignatureLine.read(line, bylines);
        if (signature.isPresent()) {
            take(header, signature.get(), line);
            return true;
        }
        if (isName(header, index)) {
            header.offerByline(Byline.ofPerson(line.text()), line);
            return true;
        }
        if (headlines.isFurniture(line) && BodyForms.bulletOf(line.text()).isEmpty()) {
            notes.leaveOut(line, furnitureReason(line));
            return true;
        }
        return isStandfirst(header, index) && body.add(line);
    }

    private void readBeforeHeadline(PageHeader header, int headline) {
        for (int i = headline - 1; i >= 0; i--) {
            PageLine line = lines.get(i);
            Optional<SignatureLine> signature = SignatureLine.read(line, bylines);
            if (signature.isPresent() && !isMenu(line)) {
                take(header, signature.get(), line);
                continue;
            }
            Optional<OutletNames.KnownOutlet> title = outlets.findByName(line.text());
            if (title.isEmpty() || !header.offerOutlet(title.get(), line)) {
                notes.leaveOut(line, furnitureReason(line));
            }
        }
    }

    /** An outlet's name on its own above the headline is the site's title and not a byline. */
    private boolean isMenu(PageLine line) {
        return outlets.findByName(line.text()).isPresent();
    }

    private void take(PageHeader header, SignatureLine signature, PageLine line) {
        boolean dateTaken = signature.date() != null && takeDate(header, signature.date(), line);
        boolean bylineTaken = signature.byline() != null && header.offerByline(signature.byline(), line);
        if (!dateTaken && !bylineTaken) {
            notes.leaveOut(line, signature.date() != null ? LeftOutReason.OTHER_DATE : LeftOutReason.PAGE_TOOLS);
        }
    }

    private boolean takeDate(PageHeader header, DateReading date, PageLine line) {
        return switch (date) {
            case DateReading.Stated stated -> header.offerDate(stated, line);
            case DateReading.TimeOnly time -> header.offerTime(time, line);
            case DateReading.Relative relative -> false;
            case DateReading.Impossible impossible -> {
                notes.warn(
                        ImportWarning.Code.UNREADABLE_DATE,
                        "The date on line %d is none of the calendar.".formatted(line.number()),
                        line);
                yield false;
            }
        };
    }

    private boolean isName(PageHeader header, int index) {
        if (header.isSigned() || !BylineReader.looksLikeName(lines.get(index))) {
            return false;
        }
        return isDateAt(index - 1) || isDateAt(index + 1);
    }

    private boolean isDateAt(int index) {
        if (index < 0 || index >= lines.size()) {
            return false;
        }
        return SignatureLine.read(lines.get(index), bylines)
                .filter(signature -> signature.date() != null)
                .isPresent();
    }

    private boolean textFollows(int index) {
        return lines.subList(index, lines.size()).stream().anyMatch(PageLine::isRunningText);
    }

    private boolean isStandfirst(PageHeader header, int index) {
        for (int i = index + 1; i < Math.min(lines.size(), index + 1 + LOOK_AHEAD); i++) {
            PageLine line = lines.get(i);
            boolean over = ChromePhrases.get()
                    .find(line)
                    .filter(phrase -> phrase.role() == ChromePhrases.Role.END)
                    .isPresent();
            if (over) {
                return false;
            }
            SignatureLine signature = SignatureLine.read(line, bylines).orElse(null);
            if (signature != null && isMissing(header, signature)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMissing(PageHeader header, SignatureLine signature) {
        boolean date = signature.date() instanceof DateReading.Stated && !header.hasDate();
        Byline byline = signature.byline();
        return date || (byline != null && byline.signature() != null && header.signature() == null);
    }

    private static LeftOutReason furnitureReason(PageLine line) {
        return ChromePhrases.get()
                .find(line)
                .map(ChromePhrases.Phrase::reason)
                .orElseGet(() -> BodyForms.isDegrees(line.text()) ? LeftOutReason.WEATHER : otherReason(line));
    }

    private static LeftOutReason otherReason(PageLine line) {
        @Nullable DateReading date = DateReader.read(line.text()).orElse(null);
        return date == null ? LeftOutReason.NAVIGATION : LeftOutReason.OTHER_DATE;
    }
}
