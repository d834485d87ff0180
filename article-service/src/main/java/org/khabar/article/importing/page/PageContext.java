package org.khabar.article.importing.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.FieldOrigin;

/**
 * What is known of a page beside its text.
 *
 * @param outlet the outlet that the importer names, null to find it in the page
 * @param outletOrigin where that came from
 * @param fallback the outlet of pages that name none
 * @param language BCP 47 tag that the importer names, null to recognise it
 */
public record PageContext(
        OutletNames.@Nullable KnownOutlet outlet,
        FieldOrigin outletOrigin,
        OutletNames.KnownOutlet fallback,
        @Nullable String language,
        Instant importTime) {}
