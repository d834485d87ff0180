package org.khabar.article.outlet;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** All that there is to say of an outlet; what is left out, it has none of. */
@Input("OutletInput")
public record OutletInput(
        @NonNull @Description("One name for each language, at least one.")
        List<@NonNull NameInput> names,

        @Nullable @Description("ISO 3166-1 alpha-2.") String country,

        @NonNull @Description("IANA time zone of its date lines, such as Africa/Casablanca.")
        String timeZone,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("BCP 47 tags of the languages it publishes in.")
        List<@NonNull String> languages,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Further spellings that bylines use.")
        List<@NonNull String> variants,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Host names of its pages; no two outlets share one.")
        List<@NonNull String> hosts,

        @Nullable @Description("http or https URL.") String homePage,

        @Nullable @Description("http or https URL of an image.")
        String logo,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Where it lists its newest articles.")
        List<@NonNull FeedInput> feeds) {

    /** A name and its language. */
    @Input("OutletNameInput")
    public record NameInput(
            @NonNull String text,

            @NonNull @Description("BCP 47 tag.") String language) {}

    /** A feed and how often it is worth a look. */
    @Input("OutletFeedInput")
    public record FeedInput(
            @NonNull @Description("http or https URL.") String url,

            @Nullable @Description("From 60 to 604800; 900 when left out.")
            Integer intervalSeconds) {}
}
