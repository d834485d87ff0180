package org.khabar.article.search;

import java.time.Instant;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How many of the articles that match were published in a stretch of time that starts then. */
@Type("TimeFacetCount")
public record TimeCount(@NonNull Instant start, int count) {}
