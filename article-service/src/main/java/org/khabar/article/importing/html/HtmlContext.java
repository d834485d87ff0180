package org.khabar.article.importing.html;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.page.OutletNames;
import org.khabar.article.importing.page.OutletNames.KnownOutlet;

/**
 * What is known of an HTML page beside its bytes.
 *
 * @param outlet the outlet that the importer names, null to find it in the page
 * @param outletOrigin where that came from
 * @param fallback the outlet of pages that name none
 * @param url where the page was published, as the importer says; absolute http or https
 * @param language BCP 47 tag that the importer names, null to recognise it
 */
public record HtmlContext(
        @Nullable KnownOutlet outlet,
        FieldOrigin outletOrigin,
        KnownOutlet fallback,
        @Nullable String url,
        @Nullable String language,
        Instant importTime,
        OutletNames names,
        OutletHosts hosts) {

    /** Finds outlets by the hosts of their sites. */
    @FunctionalInterface
    public interface OutletHosts {

        /** The outlet of a host or of a parent domain. */
        Optional<KnownOutlet> findByHost(String host);
    }
}
