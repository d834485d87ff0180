package org.khabar.entity.paging;

import io.smallrye.graphql.api.federation.Shareable;
import org.jspecify.annotations.Nullable;

/** Where a page lies within its connection, by the Relay specification. */
@Shareable
public record PageInfo(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable String startCursor,
        @Nullable String endCursor) {}
