package org.khabar.article.outlet;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** An outlet as GraphQL shows it; its name is a field of its own because it takes an argument. */
@Type("Outlet")
public record OutletNode(
        @Id @NonNull String id,
        @NonNull String code,

        @NonNull @Description("IANA time zone of its date lines.")
        String timeZone,

        @Nullable @Description("ISO 3166-1 alpha-2.") String country,

        @NonNull @Description("BCP 47 tags of the languages it publishes in.")
        List<@NonNull String> languages,

        @NonNull @Description("Its name in every language that it has one in.")
        List<@NonNull LocalizedName> names,

        @NonNull @Description("Host names of its pages, without www.")
        List<@NonNull String> hosts,

        @NonNull @Description("Further spellings that bylines use.")
        List<@NonNull String> variants,

        @Nullable String homePage,

        @Nullable @Description("URL of an image.") String logo,

        @NonNull @Description("Where it lists its newest articles.")
        List<@NonNull OutletFeed> feeds,

        @Description("1, and one more with each revision.") int version) {

    public static OutletNode of(Outlet outlet) {
        return new OutletNode(
                outlet.id().toString(),
                outlet.code(),
                outlet.zone().getId(),
                outlet.country(),
                outlet.languages(),
                outlet.names(),
                outlet.hosts(),
                outlet.variants(),
                outlet.homePage(),
                outlet.logo(),
                outlet.feeds(),
                outlet.version());
    }
}
