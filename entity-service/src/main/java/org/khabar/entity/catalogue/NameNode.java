package org.khabar.entity.catalogue;

import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/**
 * A text in a language.
 *
 * @param language BCP 47 tag of the language that it is in, which need not be the one asked for
 */
@Type("Name")
@Shareable
public record NameNode(@NonNull String text, @NonNull String language) {}
