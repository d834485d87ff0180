package org.khabar.article.importing.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a short passage beside a headline says of who wrote an article, and when.
 *
 * @param byline who signs: persons when they are named, else the outlet as the passage writes it
 * @param ofOutlet whether no person is named
 * @param credit whom the text was taken from
 * @param outlet the outlet that it names
 */
public record PageSignature(
        @Nullable String byline,
        boolean ofOutlet,
        @Nullable String credit,
        OutletNames.@Nullable KnownOutlet outlet,
        @Nullable PageDate date) {

    /** Reads signatures, knowing outlets by their names. */
    public static final class Reader {

        private static final int MAX_LENGTH = 200;

        private final Signatures signatures;

        public Reader(OutletNames outlets) {
            signatures = new Signatures(outlets);
        }

        /** What a passage says that is a date, a byline or both, and nothing else. */
        public Optional<PageSignature> read(String passage) {
            if (passage.isBlank() || passage.length() > MAX_LENGTH) {
                return Optional.empty();
            }
            PageLine line = PageLine.of(1, passage.strip(), true);
            return signatures
                    .read(line)
                    .or(() -> signatures.readBelowHeadline(line))
                    .map(PageSignature::of)
                    .or(() -> signatures.readLed(line).map(byline -> of(new SignatureLine(null, byline))));
        }

        /** The person that a passage names, when it is a name and nothing else. */
        public static Optional<String> readName(String passage) {
            if (passage.isBlank() || passage.length() > MAX_LENGTH) {
                return Optional.empty();
            }
            return BylineReader.readName(PageLine.of(1, passage.strip(), true))
                    .flatMap(byline -> Optional.ofNullable(byline.signature()));
        }
    }

    /** Whether a name is that of an agency, or a word for agencies. */
    public static boolean isAgency(String name) {
        return Credits.isCredit(name);
    }

    /** The agencies that the first and the last paragraph of a text name as its source, as they write them. */
    public static Optional<String> findAgency(String first, String last) {
        return AgencyCredit.find(first, last);
    }

    private static PageSignature of(SignatureLine line) {
        Byline byline = line.byline();
        PageDate date = line.date() instanceof DateReading.Stated stated ? new PageDate(stated) : null;
        return byline == null
                ? new PageSignature(null, false, null, null, date)
                : new PageSignature(
                        byline.signature(), byline.signedByOutlet(), byline.credit(), byline.outlet(), date);
    }
}
