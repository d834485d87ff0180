package org.khabar.article.importing.page;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * What a page says before its text, and in lines of the same form behind it. Fills up while the page is read: the first
 * that says something wins, except that persons win over the outlet as signature.
 */
final class PageHeader {

    private final PageLine headline;
    private DateReading.@Nullable Stated date;
    private @Nullable PageLine dateLine;
    private @Nullable PageLine timeLine;
    private @Nullable String signature;
    private @Nullable PageLine signatureLine;
    private boolean signedByPerson;
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
    boolean offerDate(DateReading.Stated stated, PageLine line, DraftNotes notes) {
        if (date != null && (stated.update() || !date.update())) {
            return false;
        }
        if (dateLine != null) {
            notes.leaveOut(dateLine, LeftOutReason.OTHER_DATE);
        }
        date = stated;
        dateLine = line;
        return true;
    }

    /** Takes a time of day for a date that has none. Whether it did. */
    boolean offerTime(DateReading.TimeOnly timeOnly, PageLine line) {
        if (date == null || date.time() != null) {
            return false;
        }
        date = new DateReading.Stated(date.date(), timeOnly.time(), date.zone(), date.update());
        timeLine = line;
        return true;
    }

    /** Takes what a byline says that is not known yet. Whether any of it was new. */
    boolean offerByline(Byline byline, PageLine line) {
        boolean taken = offerSignature(byline, line);
        if (credit == null && byline.credit() != null) {
            credit = byline.credit();
            creditLine = line;
            taken = true;
        }
        return (byline.outlet() != null && offerOutlet(byline.outlet(), line)) || taken;
    }

    /** Takes the outlet when none is known yet. Whether it did. */
    boolean offerOutlet(OutletNames.KnownOutlet named, PageLine line) {
        if (outlet != null) {
            return false;
        }
        outlet = named;
        outletLine = line;
        return true;
    }

    private boolean offerSignature(Byline byline, PageLine line) {
        boolean person = !byline.signedByOutlet();
        if (byline.signature() == null || (signature != null && (signedByPerson || !person))) {
            return false;
        }
        signature = byline.signature();
        signatureLine = line;
        signedByPerson = person;
        return true;
    }

    /** Notes which lines the fields came from. */
    void noteProvenance(DraftNotes notes) {
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
}
