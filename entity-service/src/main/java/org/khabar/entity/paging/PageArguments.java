package org.khabar.entity.paging;

import org.jspecify.annotations.Nullable;

/** The four arguments of a connection as a client sent them. */
public record PageArguments(
        @Nullable Integer first,
        @Nullable String after,
        @Nullable Integer last,
        @Nullable String before) {}
