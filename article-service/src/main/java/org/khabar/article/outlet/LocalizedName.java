package org.khabar.article.outlet;

import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/**
 * A name and the language it is in.
 *
 * @param language BCP 47 tag
 */
@Type("Name")
@Shareable
public record LocalizedName(@NonNull String text, @NonNull String language) {}
