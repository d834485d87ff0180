package org.khabar.article.importing.page;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * What a page says before its text, and in lines of the same form behind it. Fills up while the page is read: the first
 * that says something wins, except that persons win over the outlet as signature, and over words that only look like a name who is labelled.
 */
final class PageHeader {

    private final PageLine headline;
    private final Set<PageLine> taken = new LinkedHashSet<>();
    private DateReading.@Nullable Stated date;
    private @Nullable PageLine dateLine;
    private @Nullable PageLine timeLine;
    private @Nullable String signature;
    private @Nullable PageLine signatureLine;
    private boolean signedByPerson;
    private boolean signedByNameAlone;
    private @Nullable String credit;
    private @Nullable PageLine creditLine;
    private OutletNames.@Nullable KnownOutlet outlet;
    private @Nullable PageLine outletLine;

    PageHeader(PageLine headline) {
        this.headline = headline;
    }

    PageLine headline() {
        return headline;
    }

    DateReading.@Nullable Stated date() {
        return date;
    }

    @Nullable
    PageLine dateLine() {
        return dateLine;
    }

    @Nullable
    String signature() {
        return signature;
    }

    @Nullable
    PageLine signatureLine() {
        return signatureLine;
    }

    @Nullable
    String credit() {
        return credit;
    }

    OutletNames.@Nullable KnownOutlet outlet() {
        return outlet;
    }

    boolean hasDate() {
        return date != null && !date.update();
    }

    boolean isSigned() {
        return signedByPerson;
    }

    /** Takes a date when there is none, or only one of a later change. Whether it did. */
    boolean offerDate(DateReading.Stated stated, PageLine line) {
        if (date != null && (stated.update() || !date.update())) {
            return false;
        }
        date = stated;
        dateLine = line;
        timeLine = null;
        taken.add(line);
        return true;
    }

    /** Takes a time of day for a date that has none. Whether it did. */
    boolean offerTime(DateReading.TimeOnly timeOnly, PageLine line) {
        if (date == null || date.time() != null) {
            return false;
        }
        date = new DateReading.Stated(date.date(), timeOnly.time(), date.zone(), date.update(), date.eitherFirst());
        timeLine = line;
        taken.add(line);
        return true;
    }

    /** Takes what a byline says that is not known yet. Whether any of it was new. */
    boolean offerByline(Byline byline, PageLine line) {
        boolean isNew = offerSignature(byline, line);
        if (credit == null && byline.credit() != null) {
            credit = byline.credit();
            creditLine = line;
            taken.add(line);
            isNew = true;
        }
        return (byline.outlet() != null && offerOutlet(byline.outlet(), line)) || isNew;
    }

    /** Takes the agencies that a line of the text names, which stays in the text, when no byline names any. */
    void offerCredit(String agencies, PageLine line) {
        if (credit == null) {
            credit = agencies;
            creditLine = line;
        }
    }

    /** Takes the outlet when none is known yet. Whether it did. */
    boolean offerOutlet(OutletNames.KnownOutlet named, PageLine line) {
        if (outlet != null) {
            return false;
        }
        outlet = named;
        outletLine = line;
        taken.add(line);
        return true;
    }

    private boolean offerSignature(Byline byline, PageLine line) {
        boolean person = !byline.signedByOutlet();
        boolean guess = byline.certainty() == Byline.Certainty.NAME_ONLY;
        boolean overrules = person && (!signedByPerson || (signedByNameAlone && !guess));
        if (byline.signature() == null || (signature != null && !overrules)) {
            return false;
        }
        signedByNameAlone = guess;
        signature = byline.signature();
        signatureLine = line;
        taken.add(line);
        signedByPerson = person;
        return true;
    }

    /** Notes which lines the fields came from, and leaves out those whose say was overruled by a later line. */
    void noteProvenance(DraftNotes notes) {
        List<@Nullable PageLine> used = Arrays.asList(dateLine, timeLine, signatureLine, creditLine, outletLine);
        taken.stream()
                .filter(line -> !used.contains(line))
                .forEach(line -> notes.leaveOut(line, overruledReason(line)));
        notes.from("headline", headline);
        if (dateLine != null) {
            notes.from("publishedAt", dateLine);
        }
        if (timeLine != null) {
            notes.from("publishedAt", timeLine);
        }
        if (outletLine != null) {
            notes.from("outlet", outletLine);
        }
        if (signature != null) {
            notes.from("byline", Objects.requireNonNull(signatureLine));
        }
        if (credit != null) {
            notes.from("credit", Objects.requireNonNull(creditLine));
        }
    }

    private static LeftOutReason overruledReason(PageLine line) {
        return DateReader.read(line.text()).isPresent() ? LeftOutReason.OTHER_DATE : LeftOutReason.PAGE_TOOLS;
    }
}
