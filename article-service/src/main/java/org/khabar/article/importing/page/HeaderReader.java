package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final int MAX_SECTION_WORDS = 2;
    private static final int MAX_FUNCTION_WORDS = 8;

    private final List<PageLine> lines;
    private final DraftNotes notes;
    private final Signatures signatures;
    private final OutletNames outlets;
    private final HeaderForms forms;
    private final PhotoCaption captions;
    private final HeadlineFinder headlines;

    private final int lastText;

    /** The index behind a box of links that is being left out. */
    private int boxEnd;

    HeaderReader(List<PageLine> lines, OutletNames outlets, Signatures signatures, DraftNotes notes) {
        this.lines = lines;
        this.notes = notes;
        this.outlets = outlets;
        this.signatures = signatures;
        lastText = PageLines.lastRunningText(lines);
        captions = new PhotoCaption(outlets);
        forms = new HeaderForms(signatures, outlets);
        headlines = new HeadlineFinder(forms, outlets);
    }

    /** The header, and the lines that are left for the body: the standfirst and all from the first paragraph on. */
    record Result(PageHeader header, List<PageLine> body) {}

    Result read() throws UnreadablePage {
        HeadlineFinder.Headline headline = headlines.find(lines);
        PageHeader header = new PageHeader(headline.line());
        List<PageLine> body = new ArrayList<>();
        int next = headline.index() + 1;
        while (next < lines.size() && readHeaderLine(header, next, body)) {
            next++;
        }
        if (headline.outlet() != null) {
            header.offerOutlet(headline.outlet(), headline.line());
        }
        readBeforeHeadline(header, headline.index());
        body.addAll(lines.subList(next, lines.size()));
        return new Result(header, body);
    }

    /** Whether the line was of the header; a standfirst is, and is passed on to the body. */
    private boolean readHeaderLine(PageHeader header, int index, List<PageLine> body) {
        PageLine line = lines.get(index);
        Optional<ChromePhrases.Phrase> phrase = ChromePhrases.get().find(line);
        if (phrase.isPresent() && phrase.get().ends() && !textFollows(index)) {
            return false;
        }
        if (phrase.isPresent() || index < boxEnd) {
            notes.leaveOut(line, phrase.map(ChromePhrases.Phrase::reason).orElse(LeftOutReason.RELATED_LINK));
            phrase.ifPresent(found -> boxEnd = Math.max(boxEnd, endOfBox(index, found)));
            return true;
        }
        Optional<SignatureLine> signature = signatures.read(line);
        if (signature.isPresent()) {
            take(header, signature.get(), line);
            return true;
        }
        Optional<SignatureLine> holding = signatures.readBelowHeadline(line);
        if (holding.isPresent()) {
            take(header, holding.get(), line);
            return true;
        }
        Optional<Byline> name = nameAt(header, index);
        if (name.isPresent()) {
            header.offerByline(name.get(), line);
            return true;
        }
        if (isCaption(index)) {
            notes.leaveOut(line, LeftOutReason.PHOTO);
            return true;
        }
        if (line.key().equals(header.headline().key())) {
            notes.leaveOut(line, LeftOutReason.NAVIGATION);
            return true;
        }
        if (forms.isFurniture(line) && BodyForms.bulletOf(line.text()).isEmpty()) {
            notes.leaveOut(line, HeaderForms.furnitureReason(line));
            return true;
        }
        if (isSectionLabel(index) || isFunction(header, index)) {
            notes.leaveOut(line, isSectionLabel(index) ? LeftOutReason.NAVIGATION : LeftOutReason.PAGE_TOOLS);
            return true;
        }
        return isStandfirst(header, index) && body.add(line);
    }

    /** Behind links that stand right above the text; the index behind the phrase where there are none. */
    private int endOfBox(int index, ChromePhrases.Phrase phrase) {
        boolean links = phrase.role() == ChromePhrases.Role.END || phrase.role() == ChromePhrases.Role.LINKS;
        if (!links || !ChromePhrases.get().isBare(lines.get(index))) {
            return index + 1;
        }
        int end = new LinkBox(lines).end(index + 1, phrase.reason());
        boolean aboveText = end < lines.size()
                && lines.get(end).isRunningText()
                && lines.subList(index + 1, end).stream()
                        .noneMatch(line -> signatures.read(line).isPresent());
        return aboveText ? end : index + 1;
    }

    private void readBeforeHeadline(PageHeader header, int headline) {
        for (int i = headline - 1; i >= 0; i--) {
            PageLine line = lines.get(i);
            Optional<SignatureLine> signature = signatures.read(line);
            if (signature.isPresent() && !isMenu(line) && isBelievedAboveHeadline(signature.get())) {
                warnOfDayAbove(header, signature.get(), line);
                take(header, signature.get(), line);
                continue;
            }
            Optional<OutletNames.KnownOutlet> title = outlets.findByName(line.text());
            if (title.isEmpty() || !header.offerOutlet(title.get(), line)) {
                notes.leaveOut(line, HeaderForms.furnitureReason(line));
            }
        }
    }

    /** Sites show today's date at the top of their pages. */
    private void warnOfDayAbove(PageHeader header, SignatureLine signature, PageLine line) {
        boolean day = signature.byline() == null
                && signature.date() instanceof DateReading.Stated stated
                && stated.time() == null
                && header.date() == null;
        if (day) {
            notes.warn(
                    ImportWarning.Code.MISSING_DATE,
                    "The page has no date below its headline; the day above it, on line %d, is used."
                            .formatted(line.number()),
                    line);
        }
    }

    /** Above the headline stand lines of menus and other headlines that only look like bylines. */
    private static boolean isBelievedAboveHeadline(SignatureLine signature) {
        Byline byline = signature.byline();
        return byline == null || byline.certainty().compareTo(Byline.Certainty.COMMON_LABEL) < 0;
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
            case DateReading.OtherCalendar other -> false;
            case DateReading.Impossible impossible -> {
                notes.warn(
                        ImportWarning.Code.UNREADABLE_DATE,
                        "The date on line %d is none of the calendar.".formatted(line.number()),
                        line);
                yield false;
            }
        };
    }

    /** A name near the date, where an author's function may stand between them. */
    private Optional<Byline> nameAt(PageHeader header, int index) {
        boolean beside = isDateAt(index - 1) || isDateAt(index + 1);
        if (beside || lines.get(index - 1).number() == header.headline().number()) {
            Optional<Byline> led = signatures.readLed(lines.get(index));
            if (led.isPresent()) {
                return led;
            }
        }
        boolean near = beside || (isDateAt(index + 2) && !isText(index + 1));
        return header.isSigned() || !near ? Optional.empty() : BylineReader.readName(lines.get(index));
    }

    /** Beside the date or a byline, and no heading of what follows. */
    private boolean isCaption(int index) {
        boolean beside = isSignatureAt(index - 1) || isSignatureAt(index + 1) || isDateAt(index - 2);
        return beside && captions.isAboveText(lines.get(index));
    }

    private boolean isSignatureAt(int index) {
        return index >= 0
                && index < lines.size()
                && signatures.read(lines.get(index)).isPresent();
    }

    private boolean isText(int index) {
        return lines.get(index).isRunningText();
    }

    /** "Ramallah-based writer": between the author's name and the date. */
    private boolean isFunction(PageHeader header, int index) {
        PageLine line = lines.get(index);
        return header.isSigned()
                && lines.get(index - 1).equals(header.signatureLine())
                && isDateAt(index + 1)
                && line.words() <= MAX_FUNCTION_WORDS
                && !line.endsSentence();
    }

    /** A word or two beside the date that are no name: the section, or a site that we do not know. */
    private boolean isSectionLabel(int index) {
        PageLine line = lines.get(index);
        boolean label = line.words() <= MAX_SECTION_WORDS
                && !line.endsSentence()
                && signatures.read(line).isEmpty();
        return label && (isDateAt(index - 1) || isDateAt(index + 1));
    }

    private boolean isDateAt(int index) {
        if (index < 0 || index >= lines.size()) {
            return false;
        }
        return signatures.isDate(lines.get(index));
    }

    private boolean textFollows(int index) {
        return index <= lastText;
    }

    private boolean isStandfirst(PageHeader header, int index) {
        for (int i = index + 1; i < Math.min(lines.size(), index + 1 + LOOK_AHEAD); i++) {
            PageLine line = lines.get(i);
            boolean over = ChromePhrases.get()
                    .find(line)
                    .filter(ChromePhrases.Phrase::ends)
                    .isPresent();
            if (over) {
                return false;
            }
            SignatureLine signature = signatures.read(line).orElse(null);
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
}
