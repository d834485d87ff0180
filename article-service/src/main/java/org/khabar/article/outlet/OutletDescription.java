package org.khabar.article.outlet;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be said of an outlet, checked: all of {@link Outlet} but its id, code and version. */
record OutletDescription(
        List<LocalizedName> names,
        @Nullable String country,
        ZoneId zone,
        List<String> languages,
        List<String> variants,
        List<String> hosts,
        @Nullable String homePage,
        @Nullable String logo,
        List<OutletFeed> feeds) {

    OutletDescription {
        names = List.copyOf(names);
        languages = List.copyOf(languages);
        variants = List.copyOf(variants);
        hosts = List.copyOf(hosts);
        feeds = List.copyOf(feeds);
    }
}
