package org.khabar.article.outlet;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/**
 * A feed of an outlet, such as RSS or Atom.
 *
 * @param url http or https
 * @param intervalSeconds how often it is worth a look
 */
@Type("OutletFeed")
public record OutletFeed(
        @NonNull String url,

        @Description("How often it is worth a look.") int intervalSeconds) {}
