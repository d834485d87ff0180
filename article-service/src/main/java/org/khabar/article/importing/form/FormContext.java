package org.khabar.article.importing.form;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletIndex;
import org.khabar.article.text.LanguageTag;

/**
 * What is known of a document beside its bytes.
 *
 * @param outlets all that are known
 * @param outlet the outlet that the importer names; null to find it in the document
 * @param url where the importer says that it was published
 * @param language BCP 47 tag that the importer names; null to find it in the document
 * @param charset what the request says of the bytes; null when it does not
 */
public record FormContext(
        OutletIndex outlets,
        @Nullable Outlet outlet,
        @Nullable String url,
        @Nullable String language,
        @Nullable String charset,
        Instant importTime) {

    /** The same for a document that says itself where it was published and in which charset it is. */
    public FormContext of(@Nullable String itsUrl, @Nullable String itsCharset) {
        return new FormContext(outlets, outlet, itsUrl == null ? url : itsUrl, language, itsCharset, importTime);
    }

    /** The outlet of what no outlet is known of. */
    public Outlet unknownOutlet() {
        return outlets.findByCode(Outlet.UNKNOWN)
                .orElseThrow(() -> new IllegalStateException("the registry has no unknown outlet"));
    }

    /** A tag as BCP 47 writes it; empty when it is none. */
    public static Optional<String> languageTag(String tag) {
        return LanguageTag.find(tag.replace('_', '-')).filter(written -> !written.equals("und"));
    }
}
