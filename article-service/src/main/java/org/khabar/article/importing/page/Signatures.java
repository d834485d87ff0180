package org.khabar.article.importing.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the signature lines of one page, each line once: most are asked about in several places. */
final class Signatures {

    private final BylineReader bylines;
    private final LedByline led;
    private final Map<PageLine, Optional<SignatureLine>> known = new HashMap<>();

    Signatures(OutletNames outlets) {
        bylines = new BylineReader(outlets);
        led = new LedByline(outlets);
    }

    Optional<SignatureLine> read(PageLine line) {
        return known.computeIfAbsent(line, unread -> SignatureLine.read(PartedName.part(unread), bylines));
    }

    /** What a line right below a headline says of the time, which need not be all that it says. */
    Optional<SignatureLine> readBelowHeadline(PageLine line) {
        return SignatureLine.readBelowHeadline(PartedName.part(line));
    }

    /** A byline that shows itself only by the outlet that leads it, for lines where bylines stand. */
    Optional<Byline> readLed(PageLine line) {
        return led.read(line);
    }

    /** Whether a line says when something was published. */
    boolean isDate(PageLine line) {
        return read(line).filter(signature -> signature.date() != null).isPresent();
    }
}
