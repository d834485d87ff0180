package org.khabar.gateway.execute;

import org.jspecify.annotations.Nullable;

/**
 * Is told what one run of a plan does: of its requests to subgraphs, and of the fetches that those are for if it wants.
 * From whatever thread does it. Must not block.
 */
public interface RunObserver {

    /** Who is told of the plan's fetches; null for nobody, at no cost. Asked once. */
    default @Nullable NodeObserver nodes() {
        return null;
    }

    /**
     * A request is about to be sent.
     *
     * @return who is told how it goes; null for nobody
     */
    @Nullable
    FetchObserver sending(SentFetch fetch);
}
