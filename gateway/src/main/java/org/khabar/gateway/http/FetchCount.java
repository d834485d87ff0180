package org.khabar.gateway.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.FetchObserver;
import org.khabar.gateway.execute.NodeObserver;
import org.khabar.gateway.execute.RunObserver;
import org.khabar.gateway.execute.SentFetch;

/** Counts the requests to subgraphs of one operation. */
final class FetchCount implements RunObserver {
    private final @Nullable RunObserver next;
    private final AtomicInteger sent = new AtomicInteger();

    /**
     * None so far.
     *
     * @param next is told of them as well
     */
    FetchCount(@Nullable RunObserver next) {
        this.next = next;
    }

    @Override
    public @Nullable NodeObserver nodes() {
        return next == null ? null : next.nodes();
    }

    @Override
    public @Nullable FetchObserver sending(SentFetch fetch) {
        sent.incrementAndGet();
        return next == null ? null : next.sending(fetch);
    }

    int sent() {
        return sent.get();
    }
}
