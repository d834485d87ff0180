package org.khabar.gateway.execute;

import org.jspecify.annotations.Nullable;

/** Is told of the requests to subgraphs that one run of a plan sends, from whatever thread sends them. Must not block. */
public interface RunObserver {

    /**
     * A request is about to be sent.
     *
     * @return who is told how it goes; null for nobody
     */
    @Nullable
    FetchObserver sending(SentFetch fetch);
}
