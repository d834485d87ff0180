package org.khabar.article.importing.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.khabar.article.importing.draft.ImportWarning;

/** A date as a page writes it. */
public final class PageDate {

    private final DateReading.Stated stated;

    PageDate(DateReading.Stated stated) {
        this.stated = stated;
    }

    /** The date that a text is, when it is one and nothing else, in Arabic, French, English or figures. */
    public static Optional<PageDate> read(String text) {
        return DateReader.read(text)
                .filter(DateReading.Stated.class::isInstance)
                .map(reading -> new PageDate((DateReading.Stated) reading));
    }

    /** Whether it is the date of a later change. */
    public boolean isUpdate() {
        return stated.update();
    }

    /**
     * Its instant.
     *
     * @param outletZone the zone that counts where the date names none
     * @param warnings takes what is odd about it
     */
    public Instant at(ZoneId outletZone, Instant importTime, List<ImportWarning> warnings) {
        DraftNotes notes = new DraftNotes();
        Instant instant = PublicationTime.resolve(stated, null, outletZone, importTime, notes)
                .instant();
        warnings.addAll(notes.warnings());
        return instant;
    }
}
